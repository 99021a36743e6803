package cn.zhengai.testkit.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests that passed and were inherited from a contract, a class of testkit whose name ends in
 * {@code Contract}, by the class of the adapter that inherits them. Appends {@code AdapterTest<TAB>number} to
 * {@code target/surefire-reports/contracts-<process>.tsv}, which {@code ./zhengai test} adds up; where there is no such
 * folder it says nothing.
 */
public final class ContractCount implements TestExecutionListener {
    private static final String CONTRACTS = "cn.zhengai.testkit.";
    private static final String CONTRACT = "Contract";

    private final Map<String, Integer> passed = new TreeMap<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            test.getSource().flatMap(ContractCount::adapter).ifPresent(name -> passed.merge(name, 1, Integer::sum));
        }
    }

    /** Name of the outermost class of a test that is inherited from a contract. */
    static Optional<String> adapter(TestSource source) {
        if (!(source instanceof MethodSource method)) {
            return Optional.empty();
        }
        Class<?> declaring = method.getJavaMethod().getDeclaringClass();
        boolean inherited = declaring.getName().startsWith(CONTRACTS)
                && declaring.getSimpleName().endsWith(CONTRACT);
        Class<?> outermost = method.getJavaClass();
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return inherited ? Optional.of(outermost.getSimpleName()) : Optional.empty();
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        Path folder = Path.of("target", "surefire-reports");
        if (passed.isEmpty() || !Files.isDirectory(folder)) {
            return;
        }
        String lines = passed.entrySet().stream()
                .map(one -> one.getKey() + "\t" + one.getValue() + "\n")
                .collect(Collectors.joining());
        passed.clear();
        Path file = folder.resolve("contracts-" + ProcessHandle.current().pid() + ".tsv");
        try {
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
