/** The commands of README, run as they stand. */
package cn.zhengai.server.readme;
