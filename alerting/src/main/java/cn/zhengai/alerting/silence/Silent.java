package cn.zhengai.alerting.silence;

import cn.zhengai.core.reading.Series;

/** A series whose next reading is overdue. */
public record Silent(Series series, Due due) {}
