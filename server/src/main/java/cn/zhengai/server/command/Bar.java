package cn.zhengai.server.command;

import cn.zhengai.collector.file.Progress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar over the bytes of several files, on standard error. */
final class Bar implements Progress, AutoCloseable {
    private static final int WIDTH = 100;
    private static final int SLOW_MILLIS = 200;
    private final ProgressBar bar;
    private final Map<Path, Long> seen = new HashMap<>();

    Bar(String task, long bytes, Say say) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(bytes)
                .setUnit(" MB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(SLOW_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(say.err(), WIDTH))
                .build();
    }

    @Override
    public void at(Path file, long done, long total) {
        Long before = seen.put(file, done);
        bar.stepBy(done - (before == null ? 0 : before));
    }

    @Override
    public void close() {
        bar.close();
    }
}
