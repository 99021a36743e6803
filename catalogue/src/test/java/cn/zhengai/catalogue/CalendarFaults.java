package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import java.util.List;
import java.util.stream.Stream;

/** Faults of the calendar. */
final class CalendarFaults {
    private CalendarFaults() {}

    static Stream<Fault> all() {
        return List.of(
                calendar(
                        Code.DAYS_BACKWARDS,
                        "holidays:\n  - {name: 国庆节, from: 2026-10-07, to: ▲2026-10-01}\n",
                        "“国庆节”在开始（2026-10-07）之前就结束"),
                calendar(
                        Code.DAYS_BACKWARDS,
                        "hours: {from: \"18:00\", to: ▲\"08:00\"}\nholidays: []\n",
                        "上学时间在开始（18:00）之前就结束"),
                calendar(Code.BAD_DATE, "hours: {from: ▲\"25:00\", to: \"08:00\"}\nholidays: []\n", "没有 25:00 这个时刻"),
                calendar(Code.BAD_DATE, "hours: {from: ▲\"24:00\", to: \"24:00\"}\nholidays: []\n", "没有 24:00 这个时刻"),
                calendar(
                        Code.DAYS_BACKWARDS,
                        "hours: {from: \"00:00\", to: ▲\"00:00\"}\nholidays: []\n",
                        "上学时间在开始（00:00）之前就结束"),
                calendar(Code.BAD_DATE, "holidays: []\nmake-up-days: [▲2026-02-30]\n", "没有 2026-02-30 这一天"),
                calendar(Code.HOLIDAYS_OVERLAP, """
                    holidays:
                      - {name: 中秋节, from: 2026-09-25, to: 2026-10-01}
                      - {name: 国庆节, from: ▲2026-10-01, to: 2026-10-07}
                    """, "部分重叠"),
                calendar(
                        Code.HOLIDAYS_OVERLAP,
                        "holidays:\n  - {name: 元旦, from: 2026-01-01}\n  - {name: 新年, from: ▲2026-01-01}\n",
                        "是同样的日子"),
                calendar(
                        Code.HOLIDAY_OUTSIDE,
                        "holidays:\n  - {name: 国庆节, from: ▲2062-10-01, to: 2062-10-07}\n",
                        "不在任何周期之内"),
                calendar(Code.MAKE_UP_USELESS, "holidays: []\nmake-up-days: [▲2026-10-09]\n", "本来就是上课的工作日"),
                calendar(
                        Code.MAKE_UP_USELESS,
                        "holidays: [{name: 国庆节, from: 2026-10-01, to: 2026-10-07}]\nmake-up-days: [▲2026-10-04]\n",
                        "在假期“国庆节”之内"),
                calendar(Code.MAKE_UP_USELESS, "holidays: []\nmake-up-days: [2026-10-10, ▲2026-10-10]\n", "已经写过一次"),
                Fault.ofPoint(
                        Code.UNKNOWN_SOURCE,
                        "unit: 分, direction: higher, roll-up: last, target: 98, standard: 95, warning: 90, master:"
                                + " ▲psuh",
                        "没有名为“psuh”的来源"),
                Fault.ofPoint(
                        Code.WRONG_FORM,
                        "unit: 分, direction: higher, roll-up: last, target: 98, standard: 95, warning: 90, grace:"
                                + " ▲P1DT2H",
                        "两个上课日"),
                calendar(Code.NOT_A_CHOICE, "weekdays: [mon, ▲tues]\nholidays: []\n", "是不是想写 tue"))
                .stream();
    }

    private static Fault calendar(Code code, String text, String says) {
        return new Fault(code, "calendar.yaml", text, says);
    }
}
