package cn.zhengai.alerting.engine;

import cn.zhengai.core.warning.Fact;

/** A fact and the place in the log of the reading that caused it (0: no reading did). */
public record Caused(long seq, Fact fact) {}
