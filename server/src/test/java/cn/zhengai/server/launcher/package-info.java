/** Tests of the launcher script, with a stand-in for the product and for Maven. */
package cn.zhengai.server.launcher;
