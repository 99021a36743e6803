package cn.zhengai.alerting.dispatch;

import cn.zhengai.core.warning.Notice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Remembers what it was to send; answers as told, then delivers. */
public class RecordingNotifier implements Notifier {
    public final List<String> sent = new ArrayList<>();
    private final Deque<Outcome> answers = new ArrayDeque<>();
    private final String channel;

    public RecordingNotifier(String channel, Outcome... answers) {
        this.channel = channel;
        this.answers.addAll(List.of(answers));
    }

    /** The same answer many times. */
    RecordingNotifier answering(Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            answers.add(outcome);
        }
        return this;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public String route(Notice notice) {
        return notice.address();
    }

    @Override
    public Outcome send(Notice notice) {
        sent.add(notice.id());
        Outcome next = answers.poll();
        return next == null ? new Outcome.Delivered("好") : next;
    }
}
