/** The demo college, and its pages in a real browser. */
package cn.zhengai.server.demo;
