package cn.zhengai.alerting.dispatch;

import cn.zhengai.core.warning.Notice;
import java.time.Instant;

/** Notices to send. */
public final class Notices {
    public static final Instant KNOWN = Instant.parse("2026-03-02T00:00:00Z");

    private Notices() {}

    public static Notice of(String id, String channel, String address) {
        return new Notice(
                id,
                1,
                "w1",
                "jdx",
                channel,
                address,
                "【橙色预警】学生签到率 · 高等数学（机电系）",
                "高等数学（机电系）的“学生签到率”达到预警值。\n\n预警值 < 90%，标准值 ≥ 95%\n\n打开页面：\nhttps://zhengai.example.edu.cn/warnings/w1",
                "{\"version\":1,\"title\":\"橙色\"}",
                KNOWN);
    }
}
