/** Moves from one kind of stores to the other, with every step broken off. */
package cn.zhengai.server.migrate;
