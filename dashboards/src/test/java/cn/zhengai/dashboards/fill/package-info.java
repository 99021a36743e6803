@org.jspecify.annotations.NullMarked
package cn.zhengai.dashboards.fill;
