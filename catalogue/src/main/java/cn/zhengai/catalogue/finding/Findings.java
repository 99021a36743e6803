package cn.zhengai.catalogue.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found while a catalogue is read. For one thread. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    public void add(Place place, Code code, String sentence) {
        found.add(Finding.at(place, code, sentence));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Finding::isError);
    }

    /** All, by file, line and column; several at one place in the order they were found. */
    public List<Finding> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparingInt(Finding::line)
                        .thenComparingInt(Finding::column))
                .toList();
    }
}
