package cn.zhengai.messaging.broker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One real broker in a process of its own, so that it can be killed. It ends with the process that started it. Its data
 * stay.
 */
public final class BrokerProcess implements AutoCloseable {
    private static final int UP = '+';

    private final Process process;

    private BrokerProcess(Process process) {
        this.process = process;
    }

    /** Starts; may not serve yet when it returns, see {@link #awaitUp}. Needs the class path of this process. */
    public static BrokerProcess start(ClusterPlan plan, ClusterPlan.Node node) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                String.valueOf(node.id()),
                plan.folder().toString(),
                Ports.write(plan.nodes()));
        try {
            return new BrokerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException("broker " + node.id() + " did not start", failed);
        }
    }

    /** Returns when it serves. */
    public void awaitUp() {
        try {
            InputStream said = process.getInputStream();
            for (int next = said.read(); next != UP; next = said.read()) {
                if (next < 0) {
                    throw new IllegalStateException("the broker ended before it served");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the broker ended before it served", failed);
        }
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a killed broker goes on");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /**
     * The process: says {@code +} when it serves, and ends with its input.
     *
     * @param args id of the node, folder of the cluster, its ports
     */
    public static void main(String[] args) throws IOException {
        // Nobody reads on after the +: a log that went there would stop the broker once the pipe is full.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        ClusterPlan plan = new ClusterPlan(Path.of(args[1]), Ports.read(args[2]));
        ClusterPlan.Node self = plan.nodes().stream()
                .filter(node -> node.id() == Integer.parseInt(args[0]))
                .findFirst()
                .orElseThrow();
        try (KraftBroker broker = KraftBroker.start(plan, self);
                var out = new FileOutputStream(FileDescriptor.out)) {
            out.write(UP);
            out.flush();
            var in = new FileInputStream(FileDescriptor.in);
            while (in.read() >= 0) {
                // goes on until whoever started it ends
            }
        }
    }

    /** {@code id:port:controllerPort,...} */
    private static final class Ports {
        static String write(List<ClusterPlan.Node> nodes) {
            return String.join(
                    ",",
                    nodes.stream()
                            .map(node -> node.id() + ":" + node.port() + ":" + node.controllerPort())
                            .toList());
        }

        static List<ClusterPlan.Node> read(String text) {
            return Arrays.stream(text.split(","))
                    .map(one -> Arrays.stream(one.split(":"))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .map(parts -> new ClusterPlan.Node(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }
}
