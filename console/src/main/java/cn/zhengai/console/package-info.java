/** The HTTP API and the web pages. Knows the desks of collector, alerting and assessment. */
@NullMarked
package cn.zhengai.console;

import org.jspecify.annotations.NullMarked;
