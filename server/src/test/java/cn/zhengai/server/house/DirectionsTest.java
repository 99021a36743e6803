package cn.zhengai.server.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Who may know whom. */
@AnalyzeClasses(packages = "cn.zhengai", importOptions = DoNotIncludeTests.class)
class DirectionsTest {

    @ArchTest
    static final ArchRule coreKnowsTheJdkAlone = classes()
            .that()
            .resideInAPackage("cn.zhengai.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "cn.zhengai.core..");

    @ArchTest
    static final ArchRule testkit = knowsOnly("testkit", "core");

    @ArchTest
    static final ArchRule workbook = knowsOnly("workbook", "core");

    @ArchTest
    static final ArchRule catalogue = knowsOnly("catalogue", "core", "workbook");

    @ArchTest
    static final ArchRule collector = knowsOnly("collector", "core", "workbook");

    @ArchTest
    static final ArchRule alerting = knowsOnly("alerting", "core");

    @ArchTest
    static final ArchRule assessment = knowsOnly("assessment", "core");

    @ArchTest
    static final ArchRule dashboards = knowsOnly("dashboards", "core");

    @ArchTest
    static final ArchRule readingsInDuckDb = knowsOnly("storage.duckdb", "core");

    @ArchTest
    static final ArchRule readingsInInfluxDb = knowsOnly("storage.influxdb", "core");

    @ArchTest
    static final ArchRule resultsInDuckDb = knowsOnly("storage.results", "core", "dashboards");

    @ArchTest
    static final ArchRule ledgerInJdbc = knowsOnly("storage.jdbc", "core");

    @ArchTest
    static final ArchRule logOnKafka = knowsOnly("messaging.kafka", "core");

    @ArchTest
    static final ArchRule topicsOverKafka = knowsOnly("source.kafka", "core", "collector");

    @ArchTest
    static final ArchRule console = knowsOnly("console", "core", "collector", "alerting", "assessment", "dashboards");

    @ArchTest
    static final ArchRule duckDbStaysInItsAdapters =
            staysIn("org.duckdb..", "cn.zhengai.storage.duckdb..", "cn.zhengai.storage.results..");

    @ArchTest
    static final ArchRule influxStaysInItsAdapter = staysIn("com.influxdb..", "cn.zhengai.storage.influxdb..");

    @ArchTest
    static final ArchRule okHttpStaysInItsAdapter = staysIn("okhttp3..", "cn.zhengai.storage.influxdb..");

    @ArchTest
    static final ArchRule sqliteStaysInItsAdapter = staysIn("org.sqlite..", "cn.zhengai.storage.jdbc..");

    @ArchTest
    static final ArchRule jdbiStaysInItsAdapter = staysIn("org.jdbi..", "cn.zhengai.storage.jdbc..");

    @ArchTest
    static final ArchRule flywayStaysInItsAdapter = staysIn("org.flywaydb..", "cn.zhengai.storage.jdbc..");

    @ArchTest
    static final ArchRule kafkaStaysInItsAdapters =
            staysIn("org.apache.kafka..", "cn.zhengai.messaging..", "cn.zhengai.source.kafka..");

    @ArchTest
    static final ArchRule mailStaysInAlerting = staysIn("org.simplejavamail..", "cn.zhengai.alerting..");

    @ArchTest
    static final ArchRule javalinStaysInTheConsole = staysIn("io.javalin..", "cn.zhengai.console..");

    @ArchTest
    static final ArchRule picocliStaysInTheServer = staysIn("picocli..", "cn.zhengai.server..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("cn.zhengai.(**)").should().beFreeOfCycles();

    private static ArchRule knowsOnly(String module, String... others) {
        String[] known = Stream.concat(Stream.of(module), Arrays.stream(others))
                .map(name -> "cn.zhengai." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("cn.zhengai." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("cn.zhengai..").and(resideOutsideOfPackages(known)));
    }

    private static ArchRule staysIn(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
