/** The rules of the house, checked on the classes of every module. There is no list of exceptions. */
package cn.zhengai.server.house;
