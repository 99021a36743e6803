package cn.zhengai.server.command;

import cn.zhengai.server.migrate.Progress;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar for each step that is counted, a line for each that is not, on standard error. */
final class CountBar implements Progress, AutoCloseable {
    private static final int WIDTH = 100;
    private static final int SLOW_MILLIS = 200;
    private final Say say;
    private Optional<ProgressBar> bar = Optional.empty();

    CountBar(Say say) {
        this.say = say;
    }

    @Override
    public void begin(String step, long total) {
        close();
        if (total == 0) {
            say.error(step + "…");
            return;
        }
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(step)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(SLOW_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(say.err(), WIDTH))
                .build());
    }

    @Override
    public void at(long done) {
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    @Override
    public void say(String sentence) {
        close();
        say.line(sentence);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
