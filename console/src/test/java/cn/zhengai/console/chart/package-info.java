/** Lines drawn. */
package cn.zhengai.console.chart;
