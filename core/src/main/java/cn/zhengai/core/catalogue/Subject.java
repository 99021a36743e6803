package cn.zhengai.core.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What is watched on a level (诊改主体): the school or a department, a program, a course, a teacher, a student.
 *
 * @param id unique over all levels; what sources name in their rows
 * @param unit id of the org unit it belongs to
 * @param aliases other ids that sources use for it
 * @param groups free tags, e.g. {@code 新生}, to which points and overrides may be limited
 * @param life when it exists; readings about other days are rejected
 */
public record Subject(
        String id, String name, Level level, String unit, List<String> aliases, Set<String> groups, Life life) {
    /** One that always exists. */
    public Subject(String id, String name, Level level, String unit, List<String> aliases, Set<String> groups) {
        this(id, name, level, unit, aliases, groups, Life.ALWAYS);
    }

    public Subject {
        if (id.isBlank() || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("subject id is blank or has a slash: " + id);
        }
        aliases = List.copyOf(aliases);
        groups = Set.copyOf(groups);
    }
}
