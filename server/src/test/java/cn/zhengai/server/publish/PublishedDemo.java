package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.server.demo.Demo;
import cn.zhengai.server.demo.DemoTime;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.results.ResultStore;
import cn.zhengai.testkit.influx.InfluxServer;
import cn.zhengai.testkit.time.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The demo college, its results published to a real InfluxDB and to a store of ours, and its service running. */
final class PublishedDemo implements AutoCloseable {
    static final String DATABASE = "zhengai";
    private static final Duration HISTORY = Duration.ofDays(400);

    final InfluxServer server;
    final Influx influx;
    final SettableTime time;
    final Run run;
    final Service service;
    final ResultStore results;
    private final PointSink sink;
    private final Publisher publisher;

    /** @param now "today" of the demo, an instant of UTC */
    PublishedDemo(Path folder, String now) {
        this.server = InfluxServer.start(folder.resolve("influx"));
        server.create(DATABASE);
        this.influx = new Influx(server.engine(), DATABASE);
        this.time = SettableTime.at(now);
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        DataFolder data = DataFolder.open(folder.resolve("data"));
        Demo demo = new Demo(data, today);
        demo.prepare();
        DemoTime clock = new DemoTime(time);
        this.run = Run.open(data, Settings.read(data.settings(), Map.of()).onPort(0), clock);
        demo.feed(run, clock, (done, total, text) -> assertThat(done).isLessThanOrEqualTo(total));
        InfluxSink elsewhere = new InfluxSink(InfluxAccess.of(server.url(), "any", "zhengai", DATABASE));
        this.results = new ResultStore(folder.resolve("results.tmp"));
        this.sink = points -> {
            elsewhere.write(points);
            results.write(points);
        };
        this.publisher = publisher(HISTORY);
        publish();
        this.service = Service.start(run);
        await("zhengai.source.age.seconds");
        await("zhengai.notices.delivered");
        publish();
        publish();
    }

    /** Another, that begins anew. */
    Publisher publisher(Duration history) {
        return run.publisher(sink, history);
    }

    /** A quarter of an hour later, all that is due. */
    void publish() {
        time.advance(Duration.ofMinutes(15));
        boolean more = true;
        while (more) {
            more = publisher.runOnce();
        }
        run.meterPublisher(sink).runOnce();
    }

    private void await(String meter) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (run.meters().find(meter).meters().isEmpty()) {
            assertThat(System.nanoTime()).as(meter).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        service.close();
        results.close();
        server.close();
    }
}
