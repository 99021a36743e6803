/** Folders with known faults, and what is found in them. */
package cn.zhengai.catalogue;
