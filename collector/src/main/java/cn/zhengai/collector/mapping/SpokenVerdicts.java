package cn.zhengai.collector.mapping;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of rows, in words; keeps nothing else. For one thread. */
public final class SpokenVerdicts implements Verdicts {
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void accepted(Reading reading, Optional<String> reason) {
        sentences.add("采集值：质控点 " + reading.series().point() + "，主体 "
                + reading.series().subject() + "，时间 " + Instant.ofEpochMilli(reading.at()) + "，值 "
                + value(reading) + reason.map(why -> "，更正原因：" + why).orElse(""));
    }

    private static String value(Reading reading) {
        return reading.isRatio()
                ? Micros.text(reading.numerator()) + " ÷ " + Micros.text(reading.denominator())
                : Micros.text(Math.floorDiv(reading.position(), 2));
    }

    @Override
    public void rejected(int row, Reason reason, String detail) {
        sentences.add("拒收：" + reason.chinese() + "。" + detail);
    }

    @Override
    public void empty(int row) {
        // nothing is said of it
    }

    /** What was said since it was asked last. */
    public List<String> taken() {
        List<String> all = List.copyOf(sentences);
        sentences.clear();
        return all;
    }
}
