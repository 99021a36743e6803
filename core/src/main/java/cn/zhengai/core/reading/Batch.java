package cn.zhengai.core.reading;

import java.util.List;

/** Readings taken in together, in the order they stood. */
public record Batch(BatchHead head, List<Reading> readings) {
    public Batch {
        readings = List.copyOf(readings);
    }
}
