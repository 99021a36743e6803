package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.messaging.kafka.append.Appender;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where letters are put. Safe for use by many threads. */
public final class LetterBox {
    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

    private final Appender appender;
    private final String topic;
    private final RejectionMeter meter;

    public LetterBox(Appender appender, String topic, RejectionMeter meter) {
        this.appender = appender;
        this.topic = topic;
        this.meter = meter;
    }

    /**
     * When it returns they are durable; putting them again makes no more of them.
     *
     * @throws cn.zhengai.core.port.PortException as an append
     */
    public void put(String group, List<DeadLetter> letters) {
        appender.write(
                letters.stream().map(letter -> Envelope.sealed(topic, letter)).toList());
        for (DeadLetter letter : letters) {
            meter.rejected(group, letter.reason());
        }
        DeadLetter first = letters.get(0);
        LOG.warn(
                "消费组 {} 有 {} 条消息不是采集值，已存入 {}；第一条在 {}：{}", group, letters.size(), topic, first.origin(), first.detail());
    }
}
