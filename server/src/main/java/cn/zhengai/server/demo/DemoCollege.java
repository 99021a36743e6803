package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in a demo college: the organisation and control points of the starter catalogue, peopled from a seed with
 * programs, courses, teachers and students. The same seed gives the same college every time.
 */
final class DemoCollege {
    static final int COURSES = 200;
    static final int TEACHERS = 200;
    static final int STUDENTS = 2_000;
    private static final List<Double> TEACHING = List.of(0.82, 0.75, 0.79, 0.70, 0.58, 0.77, 0.80);
    private static final List<Double> OFFICES =
            List.of(0.84, 0.79, 0.88, 0.70, 0.82, 0.62, 0.80, 0.66, 0.76, 0.86, 0.74, 0.55);

    private final Catalogue starter;
    private final Dice dice;
    private final List<OrgUnit> sections;
    private final Map<String, Double> quality = new HashMap<>();

    DemoCollege(Catalogue starter, long seed) {
        this.starter = starter;
        this.dice = new Dice(seed);
        this.sections = starter.tree().units().stream()
                .filter(u -> u.kind() == OrgUnit.Kind.SECTION)
                .toList();
        if (sections.isEmpty()) {
            throw new IllegalStateException("the starter catalogue has no sections");
        }
        rankDepartments();
    }

    private void rankDepartments() {
        int teaching = 0;
        int office = 0;
        for (OrgUnit unit : departments()) {
            List<Double> from = teaches(unit) ? TEACHING : OFFICES;
            int rank = teaches(unit) ? teaching++ : office++;
            quality.put(unit.id(), from.get(rank % from.size()));
        }
    }

    Dice dice() {
        return dice;
    }

    /** How well each department does, by unit id, between 0 and 1. */
    Map<String, Double> quality() {
        return Map.copyOf(quality);
    }

    List<OrgUnit> departments() {
        return starter.tree().units().stream()
                .filter(u -> u.kind() == OrgUnit.Kind.DEPARTMENT)
                .toList();
    }

    /** A department with sections. */
    boolean teaches(OrgUnit department) {
        Set<String> below = starter.tree().subtree(department.id());
        return sections.stream().anyMatch(s -> below.contains(s.id()));
    }

    /** A department that students belong to. */
    private boolean hasPrograms(OrgUnit department) {
        return starter.tree().subtree(department.id()).stream()
                .anyMatch(unit -> !Names.programs(unit).isEmpty());
    }

    /** The department a unit belongs to; the unit itself when it is in none. */
    String departmentOf(String unit) {
        return starter.tree().department(unit).map(OrgUnit::id).orElse(unit);
    }

    /** Programs, courses, teachers and students, by level. */
    Map<Level, List<Subject>> people() {
        List<Subject> programs = new ArrayList<>();
        for (OrgUnit section : sections) {
            for (String name : Names.programs(section.id())) {
                programs.add(subject("P%02d", programs.size() + 1, name, Level.PROGRAM, section.id()));
            }
        }
        List<Subject> courses = new ArrayList<>();
        for (int i = 0; i < COURSES; i++) {
            String section = section(i);
            courses.add(subject("C%03d", i + 1, Names.course(section, i / sections.size()), Level.COURSE, section));
        }
        List<Subject> teachers = new ArrayList<>();
        for (int i = 0; i < TEACHERS; i++) {
            teachers.add(subject("T%03d", i + 1, Names.person(dice, "teacher", i), Level.TEACHER, section(i)));
        }
        List<Subject> students = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            students.add(subject(
                    "S%04d",
                    i + 1,
                    Names.person(dice, "student", i),
                    Level.STUDENT,
                    programs.get(i % programs.size()).unit()));
        }
        return Map.of(Level.PROGRAM, programs, Level.COURSE, courses, Level.TEACHER, teachers, Level.STUDENT, students);
    }

    private static Subject subject(String pattern, int number, String name, Level level, String unit) {
        return new Subject(String.format(pattern, number), name, level, unit, List.of(), Set.of());
    }

    private String section(int which) {
        return sections.get(which % sections.size()).id();
    }

    /** Every department's goals of a year's cycle. */
    List<Goal> goals(DemoGoals plan, String cycle) {
        List<Goal> goals = new ArrayList<>();
        for (OrgUnit d : departments()) {
            DemoGoals.Standing standing =
                    new DemoGoals.Standing(teaches(d), hasPrograms(d), quality.getOrDefault(d.id(), 0.78));
            goals.addAll(plan.of(d, cycle, standing));
        }
        return goals;
    }
}
