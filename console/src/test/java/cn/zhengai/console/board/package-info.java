/** Counts and searches against plain loops. */
package cn.zhengai.console.board;
