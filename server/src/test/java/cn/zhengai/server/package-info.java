/** Tests of the command line as a whole. */
package cn.zhengai.server;
