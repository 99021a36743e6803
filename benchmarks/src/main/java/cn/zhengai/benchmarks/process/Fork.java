package cn.zhengai.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class of ours in a Java of its own; it says figures, one a line. */
public final class Fork {
    private static final String MARK = "figure\t";

    private Fork() {}

    /** Figures by name. */
    public record Said(Map<String, Double> figures) {
        /** The figure, which must be there. */
        public double get(String name) {
            Double figure = figures.get(name);
            if (figure == null) {
                throw new IllegalStateException("no figure " + name + " among " + figures);
            }
            return figure;
        }
    }

    /** Called by the forked class: says a figure. */
    public static void say(String name, double value) {
        System.out.println(MARK + name + "\t" + value);
    }

    /**
     * Runs a class to its end.
     *
     * @param options for that Java, such as {@code -Xmx2g}
     * @return its figures
     */
    public static Said run(Class<?> main, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Path room = Checkout.room("fork");
        try (Child child = Child.start(command, room.resolve("fork.log"))) {
            String said = child.finish(TimeUnit.MINUTES.toSeconds(30));
            Map<String, Double> figures = new LinkedHashMap<>();
            said.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
                String[] parts = line.split("\t", -1);
                figures.put(parts[1], Double.parseDouble(parts[2]));
            });
            if (figures.isEmpty()) {
                throw new IllegalStateException(main.getSimpleName() + " said no figure:\n" + said);
            }
            return new Said(figures);
        } finally {
            Checkout.delete(room);
        }
    }
}
