/** Tests of the rejection desk. */
package cn.zhengai.collector.rejection;
