package cn.zhengai.storage.results.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Order of texts by their bytes in UTF-8, as InfluxDB orders; that of Java differs beyond the basic plane. */
public final class Bytes {
    public static final Comparator<String> ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private Bytes() {}
}
