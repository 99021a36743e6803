package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Summary;
import java.math.BigInteger;

/** Adds up readings in force of one series; exact. */
final class Sum {
    private long count;
    private Total plain = Total.ZERO;
    private Total numerators = Total.ZERO;
    private Total denominators = Total.ZERO;
    private long min;
    private long max;
    private Reading last;

    /** Of a first reading. */
    Sum(Logged first) {
        this.last = first.reading();
        this.min = last.position();
        this.max = last.position();
        add(first);
    }

    void add(Logged logged) {
        Reading reading = logged.reading();
        count++;
        if (reading.isRatio()) {
            numerators = numerators.plus(reading.numerator());
            denominators = denominators.plus(reading.denominator());
        } else {
            plain = plain.plus(Math.floorDiv(reading.position(), 2L));
        }
        min = Math.min(min, reading.position());
        max = Math.max(max, reading.position());
        if (reading.at() >= last.at()) {
            last = reading;
        }
    }

    Summary summary() {
        return new Summary(
                last.series(), count, plain.value(), min, max, last, numerators.value(), denominators.value());
    }

    /** A whole number that is kept in a long as long as it fits. */
    private record Total(BigInteger carried, long rest) {
        static final Total ZERO = new Total(BigInteger.ZERO, 0);

        Total plus(long value) {
            long sum = rest + value;
            boolean overflow = ((rest ^ sum) & (value ^ sum)) < 0;
            return overflow ? new Total(carried.add(BigInteger.valueOf(rest)), value) : new Total(carried, sum);
        }

        BigInteger value() {
            return carried.add(BigInteger.valueOf(rest));
        }
    }
}
