package cn.zhengai.storage.results.question;

import java.util.Optional;

/** What can be asked. */
public sealed interface Statement permits Select, Statement.TagValues {
    /** {@code SHOW TAG VALUES}: the values of one tag, of the series that tags choose. */
    record TagValues(String measurement, String key, Optional<Condition> where) implements Statement {}
}
