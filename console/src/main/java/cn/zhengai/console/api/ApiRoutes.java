package cn.zhengai.console.api;

import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Route;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that machines may ask. */
public final class ApiRoutes {
    private ApiRoutes() {}

    /** What the college's records answer. */
    public static List<Route> ofRecords(Records records, AssessmentShelf shelf, Guard guard) {
        return Stream.of(
                        new CatalogueRoutes(records).routes(),
                        new VersionRoutes(records).routes(),
                        new SeriesRoutes(records).routes(),
                        new BandRoutes(records).routes(),
                        new WarningRoutes(records, guard).routes(),
                        new SourceRoutes(records).routes(),
                        new SupplyRoutes(records).routes(),
                        new AssessmentRoutes(records, shelf, guard).routes())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What the process says of itself.
     *
     * @param notReady why it cannot serve yet, Chinese; empty when it can
     */
    public static List<Route> ofProcess(
            Supplier<Optional<String>> notReady, PrometheusMeterRegistry metrics, String version) {
        return new SystemRoutes(notReady, metrics, version).routes();
    }

    /** What programs beside us write and read, by name. */
    public static List<Route> ofSchemas(Map<String, Supplier<String>> schemas) {
        return new SchemaRoutes(schemas).routes();
    }
}
