package cn.zhengai.dashboards.fill;

/** What can be chosen: what stands in queries, and what people read. */
public record Option(String value, String text) {}
