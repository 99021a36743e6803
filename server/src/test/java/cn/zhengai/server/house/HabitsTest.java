package cn.zhengai.server.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/** How code is written here: time is given, output belongs to the command line, names say what a thing does. */
@AnalyzeClasses(packages = "cn.zhengai", importOptions = DoNotIncludeTests.class)
class HabitsTest {

    @ArchTest
    static final ArchRule onlyTheServerReadsTheClockOrTheZoneOfTheMachine = noClasses()
            .that()
            .resideOutsideOfPackage("cn.zhengai.server..")
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "the target reads the clock or the zone of the machine", HabitsTest::readsTheMachine));

    @ArchTest
    static final ArchRule onlyTheServerWritesToTheTerminal =
            noClasses().that().resideOutsideOfPackage("cn.zhengai.server..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Processor|Data|Info)");

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        Set<String> used = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean description = type.getSimpleName().equals("package-info");
            (description ? described : used).add(type.getPackageName());
        }
        used.removeAll(described);
        assertThat(used).as("packages without package-info").isEmpty();
    }

    private static boolean readsTheMachine(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" ->
                owner.getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class);
            case "systemDefault" -> owner.isEquivalentTo(ZoneId.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "getDefault" -> owner.isEquivalentTo(TimeZone.class);
            case "getInstance" -> owner.isEquivalentTo(Calendar.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }
}
