/** Results as they are published, asked for as dashboards ask. */
@org.jspecify.annotations.NullMarked
package cn.zhengai.server.boards;
