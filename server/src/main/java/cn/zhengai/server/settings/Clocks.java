package cn.zhengai.server.settings;

import java.time.InstantSource;

/** The one place that reads the machine's clock. */
public final class Clocks {
    private Clocks() {}

    public static InstantSource system() {
        return InstantSource.system();
    }
}
