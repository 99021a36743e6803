-- The catalogue's lines, said a second time. One row per point, unit (empty: any other) and day of force.
CREATE TABLE line (point VARCHAR, unit VARCHAR, since DATE, lower BOOLEAN, target BIGINT, standard BIGINT, warning BIGINT);
INSERT INTO line VALUES
    ('course.active-share', '', '0001-01-01', false, 35, 25, 15),
    ('course.active-share', 'kc-ggg', '0001-01-01', false, 15, 10, 8),
    ('course.on-time', '', '0001-01-01', false, 75, 65, 55),
    ('course.on-time', '', '2014-10-01', false, 80, 70, 60),
    ('course.pass-rate', '', '0001-01-01', false, 80, 70, 65),
    ('course.mean-score', '', '0001-01-01', false, 75, 70, 65),
    ('course.withdrawn', '', '0001-01-01', true, 15, 25, 30),
    ('student.active-days', '', '0001-01-01', false, 4, 2, 1),
    ('student.score', '', '0001-01-01', false, 75, 60, 40);

-- When a run counts, in readings and in days; gravity 1 yellow, 2 orange, 3 red.
CREATE TABLE rule (point VARCHAR, scale BIGINT, hold_readings INTEGER, hold_days BIGINT, calm_readings INTEGER, at_standard BOOLEAN, gravest INTEGER, roll_up VARCHAR);
INSERT INTO rule VALUES
    ('course.active-share', 100, 3, 0, 3, false, 2, 'ratio'),
    ('course.on-time', 100, 1, 0, 1, false, 2, 'ratio'),
    ('course.pass-rate', 100, 1, 0, 1, false, 3, 'ratio'),
    ('course.mean-score', 1, 1, 0, 1, true, 2, 'ratio'),
    ('course.withdrawn', 100, 1, 14, 1, false, 2, 'last'),
    ('student.active-days', 1, 3, 0, 2, false, 2, 'mean'),
    ('student.score', 1, 1, 0, 1, false, 2, 'mean');

-- Value against line as whole numbers: scale * numerator against line * denominator.
CREATE TABLE banded AS
WITH ruled AS (
    SELECT r.*, s.scale * r.numerator AS n, greatest(r.denominator, 1) AS d, l.* EXCLUDE (point, unit)
    FROM reading r JOIN rule s USING (point) JOIN line l USING (point)
    WHERE l.unit IN ('', r.unit) AND midnight(l.since) <= r.instant
    QUALIFY row_number() OVER (PARTITION BY r.point, r.subject, r.instant ORDER BY l.unit DESC, l.since DESC) = 1)
SELECT point, subject, unit, department, instant, numerator, denominator,
       CASE WHEN lower THEN CASE WHEN n > warning * d THEN 'IN_WARNING' WHEN n <= target * d THEN 'ON_TARGET'
                                 WHEN n <= standard * d THEN 'ON_STANDARD' ELSE 'BELOW_STANDARD' END
            ELSE CASE WHEN n < warning * d THEN 'IN_WARNING' WHEN n >= target * d THEN 'ON_TARGET'
                      WHEN n >= standard * d THEN 'ON_STANDARD' ELSE 'BELOW_STANDARD' END END AS band
FROM ruled;
