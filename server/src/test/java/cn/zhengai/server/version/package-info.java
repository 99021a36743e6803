/** The catalogue folder and its versions. */
package cn.zhengai.server.version;
