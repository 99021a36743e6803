package cn.zhengai.dashboards.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is to be drawn. Colours are names of the palette, {@code in-warning}. */
public sealed interface View {
    /** Rows, bars and states that are held: who wants more of them chooses less. */
    int MOST = 300;

    /** Its name in JSON. */
    @JsonProperty("kind")
    String kind();

    /** Nothing there. {@code why} says what that may mean. */
    record Nothing(String text, String why) implements View {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /**
     * Lines over time.
     *
     * @param from epoch milliseconds, as {@code until}: the ends of the axis
     * @param steps a value holds until the next
     */
    record Lines(long from, long until, Measure measure, Range range, boolean steps, List<Line> lines, List<Mark> marks)
            implements View {
        @Override
        public String kind() {
            return "lines";
        }
    }

    /** Ends of the axis of values; null: as the values want. */
    record Range(@Nullable Double low, @Nullable Double high) {
        static Range of(Style style, Measure measure) {
            return new Range(end(style.min(), measure), end(style.max(), measure));
        }

        private static @Nullable Double end(OptionalDouble end, Measure measure) {
            return end.isPresent() ? end.getAsDouble() * measure.scale() : null;
        }
    }

    /** @param dash pixels on and off; empty: solid */
    record Line(String name, String color, List<Integer> dash, List<Sample> points) {}

    /** Something that happened. */
    record Mark(long at, String name, String text, String color) {}

    /** Large figures. */
    record Figures(List<Figure> figures) implements View {
        @Override
        public String kind() {
            return "figures";
        }
    }

    /**
     * One of them.
     *
     * @param name empty when the panel's title says it
     * @param trend how it came there; empty when not shown
     */
    record Figure(String name, String text, String color, List<Way> ways, List<Sample> trend) {}

    /**
     * Rows.
     *
     * @param all how many there are; more than are held when they are too many to read
     */
    record Table(List<Column> columns, List<List<Cell>> rows, int all) implements View {
        @Override
        public String kind() {
            return "table";
        }
    }

    /** @param number set to the right */
    record Column(String name, boolean number) {}

    /**
     * @param color empty: as text is
     * @param share 0 to 1: a bar behind the figure; less than 0: none
     */
    record Cell(String text, String color, double share, List<Way> ways) {}

    /** Where something leads, within the console. */
    record Way(String title, String path) {}

    /**
     * Bars beside each other, or stacked.
     *
     * @param all as of {@link Table}: of names
     */
    record Bars(
            Measure measure,
            Range range,
            boolean horizontal,
            boolean stacked,
            List<String> names,
            List<Bar> bars,
            int all)
            implements View {
        @Override
        public String kind() {
            return "bars";
        }
    }

    /** One colour of bars, in the order of the names; null where it knows nothing of one. */
    record Bar(String name, String color, List<@Nullable Double> values) {}

    /**
     * A bar a row.
     *
     * @param all as of {@link Table}
     */
    record Gauges(Measure measure, List<Gauge> gauges, int all) implements View {
        @Override
        public String kind() {
            return "gauges";
        }
    }

    /** One of them; {@code share} of its bar is filled, 0 to 1. */
    record Gauge(String name, String text, String color, double share) {}

    /**
     * Which state when.
     *
     * @param words the state's name stands in the row
     * @param legend every state that occurs, once
     * @param all as of {@link Table}
     */
    record States(long from, long until, boolean words, List<Row> rows, List<Shade> legend, int all) implements View {
        @Override
        public String kind() {
            return "states";
        }
    }

    /** The states of one thing. */
    record Row(String name, List<Phase> phases) {}

    /** A state from an instant until another, epoch milliseconds; {@code shade} is its place in the legend. */
    record Phase(long from, long until, int shade) {}

    /** A word and its colour. */
    record Shade(String text, String color) {}

    /** Parts of a whole. */
    record Pie(List<Part> parts) implements View {
        @Override
        public String kind() {
            return "pie";
        }
    }

    /** One of them. */
    record Part(String name, double value, String text, String color) {}
}
