/** Figures and times as people read them. */
package cn.zhengai.console.wording;
