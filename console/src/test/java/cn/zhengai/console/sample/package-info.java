/** A small college with a story, for tests of the console and for looking at its pages. Start at SampleCollege. */
package cn.zhengai.console.sample;
