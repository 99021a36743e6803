package cn.zhengai.console.dashboard;

import cn.zhengai.console.http.Refusal;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Dashboard;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far back a board looks. */
public enum Window {
    DAY("24h", "近 24 小时", Duration.ofDays(1)),
    WEEK("7d", "近 7 天", Duration.ofDays(7)),
    MONTH("30d", "近 30 天", Duration.ofDays(30)),
    QUARTER("90d", "近 90 天", Duration.ofDays(90)),
    YEAR("1y", "近 1 年", Duration.ofDays(365));

    private final String code;
    private final String chinese;
    private final Duration length;

    Window(String code, String chinese, Duration length) {
        this.code = code;
        this.chinese = chinese;
        this.length = length;
    }

    /** What was asked for, else what the dashboard shows at first. */
    static Window of(Dashboard dashboard, Optional<String> asked) {
        return asked.map(Window::coded)
                .or(() -> Arrays.stream(values())
                        .filter(w -> dashboard.from().equals("now-" + w.code))
                        .findFirst())
                .orElse(YEAR);
    }

    private static Window coded(String code) {
        return Arrays.stream(values())
                .filter(w -> w.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.badParameter("span", "应为 24h、7d、30d、90d、1y 之一"));
    }

    Span until(Instant now) {
        return Span.back(length, now);
    }

    /** As in addresses. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }
}
