/** The console over real HTTP, on a college in memory. */
package cn.zhengai.console;
