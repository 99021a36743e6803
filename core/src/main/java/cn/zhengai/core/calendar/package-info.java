/**
 * The academic calendar: which days are school days, and arithmetic in school days and school time. Knows nothing of
 * points, cadences or files. Start at {@link cn.zhengai.core.calendar.AcademicCalendar}.
 */
@NullMarked
package cn.zhengai.core.calendar;

import org.jspecify.annotations.NullMarked;
