@org.jspecify.annotations.NullMarked
package cn.zhengai.core.calendar;
