package cn.zhengai.benchmarks.college;

import java.util.List;

/** So many control points, subjects that have them all, and readings a series. */
public record Size(int points, int subjects, int instants) {
    public int series() {
        return points * subjects;
    }

    public long readings() {
        return (long) series() * instants;
    }

    /** As arguments of a command. */
    public List<String> arguments() {
        return List.of(String.valueOf(points), String.valueOf(subjects), String.valueOf(instants));
    }

    /** From such arguments. */
    public static Size of(String[] arguments) {
        return new Size(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
}
