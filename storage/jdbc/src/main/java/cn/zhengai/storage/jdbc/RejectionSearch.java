package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Intake.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a search for rejections, as SQL with its parameters.
 *
 * @param where with its keyword; empty when everything matches
 */
record RejectionSearch(String where, List<Object> parameters) {
    private static final String TEXT =
            "(LOWER(j.raw) LIKE ? ESCAPE '!' OR LOWER(COALESCE(j.detail_now, j.detail)) LIKE ? ESCAPE '!')";

    static RejectionSearch of(Query query) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        // The name stands in the text, as in the indexes of open ones: only then are they used.
        query.status().ifPresent(status -> conditions.add("j.status = '" + status.name() + "'"));
        query.source().ifPresent(source -> {
            conditions.add("j.source = ?");
            parameters.add(source);
        });
        query.reason().ifPresent(reason -> {
            conditions.add("j.reason_now = ?");
            parameters.add(reason.name());
        });
        query.since().ifPresent(since -> {
            conditions.add("r.recorded_at >= ?");
            parameters.add(Millis.of(since));
        });
        query.text().ifPresent(text -> {
            conditions.add(TEXT);
            String pattern = "%" + lower(text).replaceAll("([!%_])", "!$1") + "%";
            parameters.addAll(List.of(pattern, pattern));
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return new RejectionSearch(where, parameters);
    }

    private static String lower(String text) {
        return text.chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
