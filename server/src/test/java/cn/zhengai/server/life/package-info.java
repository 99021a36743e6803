/** The whole process from outside: start, push, kill, restart. */
package cn.zhengai.server.life;
