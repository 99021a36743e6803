package cn.zhengai.server.run;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.admission.CatalogueAdmission;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.server.publish.InfluxResults;
import cn.zhengai.server.publish.InfluxSink;
import cn.zhengai.server.settings.Distributed;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.influxdb.InfluxReadings;
import cn.zhengai.storage.jdbc.PostgresLedger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Opens what a distributed run keeps: the log on Kafka, the store in InfluxDB, the ledger in PostgreSQL. */
final class DistributedStores {
    /** A warner that needs history waits so long for the recorder. */
    private static final Duration RECORDERS_LAG = Duration.ofSeconds(10);

    private final Distributed places;
    private final Ledger ledger;

    private DistributedStores(Distributed places, Ledger ledger) {
        this.places = places;
        this.ledger = ledger;
    }

    /**
     * Connects to the ledger.
     *
     * @throws cn.zhengai.core.port.PortException when it cannot be opened
     */
    static DistributedStores connect(Settings settings) {
        return new DistributedStores(
                settings.distributed().orElseThrow(),
                PostgresLedger.open(settings.ledger().orElseThrow()));
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * Connects to log and store.
     *
     * @param catalogue judges what others wrote into the log
     * @throws cn.zhengai.server.settings.Refusal when the ledger belongs to another log
     * @throws cn.zhengai.core.port.PortException when either cannot be reached or is not as it should be
     */
    Stores open(Supplier<Catalogue> catalogue, RejectionMeter meter) {
        return open(catalogue, meter, log -> LogHome.demand(ledger.warnings(), log.name()));
    }

    /** @param demand refuses a log that is not the one expected */
    Stores open(Supplier<Catalogue> catalogue, RejectionMeter meter, Consumer<KafkaLog> demand) {
        SeriesIndex index = new SeriesIndex();
        Connection connection = connection();
        TopicPlan plan = plan();
        KafkaLog log =
                KafkaLog.open(connection, plan, new KafkaLog.Reading(index, new CatalogueAdmission(catalogue), meter));
        try {
            demand.accept(log);
            InfluxReadings influx = InfluxReadings.open(
                    access(places.influx().bucket()), index, new Partitioning(plan.partitions()), RECORDERS_LAG);
            return new Stores(
                    index,
                    new DistributedReadings(log, influx),
                    ledger,
                    Optional.empty(),
                    Optional.of(influx.writer()),
                    new InfluxSink(access(places.influx().results())),
                    new InfluxResults(access(places.influx().results())));
        } catch (RuntimeException failed) {
            log.close();
            throw failed;
        }
    }

    private InfluxAccess access(String database) {
        Distributed.Influx influx = places.influx();
        return InfluxAccess.of(URI.create(influx.url()), influx.token().orElse(""), influx.org(), database);
    }

    private Connection connection() {
        Connection standard = Connection.to(places.kafka().servers());
        return new Connection(
                standard.bootstrap(),
                places.kafka().settings(),
                standard.patience(),
                standard.absence(),
                standard.buffer());
    }

    private TopicPlan plan() {
        Distributed.Kafka kafka = places.kafka();
        TopicPlan standard = TopicPlan.standard(kafka.partitions(), kafka.copies());
        return new TopicPlan(standard.names(), kafka.partitions(), kafka.copies(), standard.inSync(), kafka.keep());
    }
}
