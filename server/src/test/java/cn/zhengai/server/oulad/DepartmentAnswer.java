package cn.zhengai.server.oulad;

import cn.zhengai.core.measure.Fraction;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the answers say about whole departments. */
final class DepartmentAnswer {
    private DepartmentAnswer() {}

    /** Counts from their sums, else the mean of the subjects' figures: exact, by adding the parts that SQL summed up. */
    static List<Rolled.OfDepartment> all(Answers answers) throws SQLException {
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        answers.ask(
                "SELECT cycle, point, department, scale * n, d, subjects, counted FROM group_part",
                r -> sums.computeIfAbsent(List.of(r.getString(1), r.getString(2), r.getString(3)), key -> new Sum())
                        .add(
                                new BigInteger(r.getString(4)),
                                new BigInteger(r.getString(5)),
                                r.getLong(6),
                                r.getBoolean(7)));
        List<Rolled.OfDepartment> all = new ArrayList<>();
        sums.forEach((key, sum) ->
                all.add(new Rolled.OfDepartment(key.get(0), key.get(1), key.get(2), sum.figure(), sum.subjects)));
        return all;
    }

    /** Percent, of a faculty. */
    static double achievement(Answers answers, String cycle, String department) throws SQLException {
        List<Double> achieved = answers.ask("""
                WITH goal (department, point, weight, target, lower) AS (VALUES
                    ('skxy', 'course.pass-rate', 40, 75, false), ('skxy', 'course.on-time', 30, 65, false),
                    ('skxy', 'student.active-days', 20, 1.5, false), ('lgxy', 'course.pass-rate', 50, 75, false),
                    ('lgxy', 'course.withdrawn', 30, 25, true), ('lgxy', 'course.mean-score', 20, 75, false)),
                task (department, weight, done) AS (VALUES ('skxy', 10, 100)),
                figure AS (
                    SELECT department, point, scale::DOUBLE
                           * CASE WHEN any_value(counted) THEN sum(n) / sum(d) ELSE sum(n / d) / sum(subjects) END AS actual
                    FROM group_part WHERE cycle = '%s' GROUP BY department, point, scale),
                scored AS (
                    SELECT department, weight,
                           least(100, CASE WHEN lower THEN 100 * target / actual ELSE 100 * actual / target END) AS achieved
                    FROM goal JOIN figure USING (department, point)
                    UNION ALL SELECT * FROM task)
                SELECT sum(weight * achieved) / sum(weight) FROM scored WHERE department = '%s' GROUP BY department""".formatted(cycle, department), r -> r.getDouble(1));
        return achieved.get(0);
    }

    /** Adds quotients without ever rounding; not by the product's own arithmetic. */
    private static final class Sum {
        private BigInteger top = BigInteger.ZERO;
        private BigInteger bottom = BigInteger.ONE;
        private long subjects;
        private boolean counted;

        Sum add(BigInteger n, BigInteger d, long count, boolean isCounted) {
            top = top.multiply(d).add(n.multiply(bottom));
            bottom = bottom.multiply(d);
            subjects += count;
            counted = isCounted;
            return this;
        }

        Fraction figure() {
            return new Fraction(top, counted ? bottom : bottom.multiply(BigInteger.valueOf(subjects)));
        }
    }
}
