package cn.zhengai.storage.results;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.storage.results.evaluate.Evaluation;
import cn.zhengai.storage.results.question.Parser;
import cn.zhengai.storage.results.table.Points;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Keeps published points while the process lives and answers the dashboards' questions about them. Costs nothing before
 * the first point.
 */
public final class ResultStore implements PointSink, ResultSource, AutoCloseable {
    /** So many questions at a time: each may hold many rows in memory. */
    private static final int AT_ONCE = 3;

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Points points;

    /** @param overflow folder of what does not fit into memory; what lies there goes */
    public ResultStore(Path overflow) {
        this.points = new Points(overflow);
    }

    @Override
    public boolean fresh() {
        return true;
    }

    @Override
    public void write(List<Point> published) {
        points.write(published);
    }

    @Override
    public List<Answer> ask(String influxQl) {
        room.acquireUninterruptibly();
        try {
            return new Evaluation(points).answer(Parser.statement(influxQl));
        } finally {
            room.release();
        }
    }

    /** Waits for calls under way; later ones are refused. */
    @Override
    public void close() {
        points.close();
    }
}
