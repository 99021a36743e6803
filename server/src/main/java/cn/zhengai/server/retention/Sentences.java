package cn.zhengai.server.retention;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.port.RetentionLedger.Erasure;
import java.time.LocalDate;
import java.time.ZoneId;

/** Proofs in words. */
public final class Sentences {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Sentences() {}

    /** What was erased, up to when, and what stayed. */
    public static String of(Erasure one) {
        String before = LocalDate.ofInstant(one.before(), ZONE).toString();
        String head = "第 " + one.number() + " 号清除（" + LocalDate.ofInstant(one.doneAt(), ZONE) + "）：";
        if (one.what().equals(RetentionClerk.REJECTIONS)) {
            return head + before + " 以前收到的拒收记录 " + one.rejections() + " 行";
        }
        return head + Level.valueOf(one.what()).chinese() + "层面 " + before + " 以前的采集值 " + one.readings() + " 条、已结束的预警 "
                + one.warnings() + " 个" + (one.stayed() == 0 ? "" : "；另有 " + one.stayed() + " 条因预警尚未结束而暂时保留");
    }
}
