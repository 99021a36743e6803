-- Cycles from the first day to the day after the last.
CREATE TABLE cycle (id VARCHAR, since DATE, until DATE);
INSERT INTO cycle VALUES
    ('2013', '2013-01-01', '2014-01-01'), ('2014', '2014-01-01', '2015-01-01'), ('2015', '2015-01-01', '2016-01-01'),
    ('2012-2013', '2012-10-01', '2013-10-01'), ('2013-2014', '2013-10-01', '2014-10-01'),
    ('2014-2015', '2014-10-01', '2015-10-01');

-- Per subject, as an exact quotient n / d.
CREATE TABLE subject_figure AS
SELECT c.id AS cycle, r.point, r.subject, r.department, roll_up, scale,
       CASE roll_up WHEN 'last' THEN arg_max(numerator, instant) ELSE sum(numerator) END AS n,
       CASE roll_up WHEN 'last' THEN arg_max(denominator, instant) WHEN 'ratio' THEN sum(denominator) ELSE count(*) END AS d,
       count(*) AS readings
FROM reading r JOIN rule USING (point) JOIN cycle c ON r.instant >= midnight(c.since) AND r.instant < midnight(c.until)
GROUP BY c.id, r.point, r.subject, r.department, roll_up, scale;

-- Does the subject's figure meet the standard that holds on the last day of the cycle?
CREATE TABLE subject_standing AS
SELECT f.*, CASE WHEN l.lower THEN scale * n <= l.standard * d ELSE scale * n >= l.standard * d END AS meets
FROM subject_figure f JOIN cycle c ON c.id = f.cycle JOIN line l ON l.point = f.point
WHERE l.unit IN ('', 'kc-' || lower(regexp_extract(f.subject, '([A-Z]{3})-20', 1))) AND l.since < c.until
QUALIFY row_number() OVER (PARTITION BY f.cycle, f.point, f.subject ORDER BY l.unit DESC, l.since DESC) = 1;

-- Per department: what is counted (a ratio, or the last of a share: every reading has a denominator) from the sums of both
-- counts; else the mean of the subjects' figures, each once, as sums of n for each d.
CREATE TABLE group_part AS
SELECT cycle, point, department, scale, counted, part, sum(n) AS n,
       CASE WHEN counted THEN sum(d) ELSE any_value(d) END AS d, count(*) AS subjects
FROM (SELECT *, roll_up IN ('ratio', 'last') AS counted, CASE WHEN counted THEN 0 ELSE d END AS part FROM subject_figure)
GROUP BY cycle, point, department, scale, counted, part;
