/** Names and what they were meant to be. */
package cn.zhengai.catalogue.reference;
