-- Every figure the export gives: numerator and denominator, or a plain value (denominator 0). NULL where a figure is missing.
CREATE TABLE figure (point VARCHAR, subject VARCHAR, unit VARCHAR, department VARCHAR, instant BIGINT, numerator BIGINT, denominator BIGINT);

-- Share of the registered that clicked, each day of the course.
INSERT INTO figure
WITH there AS (
    SELECT p.course, p.unit, p.department, p.first_day, d.day, r.id_student, code_module, code_presentation
    FROM presentation p JOIN registration r USING (code_module, code_presentation), LATERAL (SELECT unnest(range(p.days)) AS day) d
    WHERE code_module IN ('AAA', 'GGG') AND registered_on(r.date_registration, r.date_unregistration, d.day)),
active AS (SELECT DISTINCT code_module, code_presentation, id_student, date AS day FROM click)
SELECT 'course.active-share', course, unit, department, midnight(first_day + day::INTEGER), count(active.day), count(*)
FROM there LEFT JOIN active USING (code_module, code_presentation, id_student, day)
GROUP BY ALL;

-- Tutor-marked assignments in time: of those registered on the due day, who had handed in (or carried over) by then.
INSERT INTO figure
SELECT 'course.on-time', course, unit, department, midnight(first_day + a.date::INTEGER),
       count(*) FILTER (WHERE s.date_submitted <= a.date), count(*)
FROM presentation JOIN assessment a USING (code_module, code_presentation)
JOIN registration r USING (code_module, code_presentation)
LEFT JOIN result s ON s.id_assessment = a.id_assessment AND s.id_student = r.id_student
WHERE a.assessment_type = 'TMA' AND registered_on(r.date_registration, r.date_unregistration, a.date)
GROUP BY ALL;

-- Scores of everything due on a day; an exam without a day is due on the last. Denominator 0: nobody has a score.
INSERT INTO figure
SELECT 'course.mean-score', course, unit, department, midnight(first_day + coalesce(a.date, days)::INTEGER),
       coalesce(sum(s.score), 0), count(s.score)
FROM presentation JOIN assessment a USING (code_module, code_presentation) LEFT JOIN result s USING (id_assessment)
GROUP BY ALL;

-- Passed at the end, of those who did not withdraw.
INSERT INTO figure
SELECT 'course.pass-rate', course, unit, department, midnight(first_day + days::INTEGER),
       count(*) FILTER (WHERE final_result IN ('Pass', 'Distinction')), count(*) FILTER (WHERE final_result <> 'Withdrawn')
FROM presentation JOIN info USING (code_module, code_presentation)
GROUP BY ALL;

-- Withdrawn by the end of each full week, of those who had registered by then.
INSERT INTO figure
SELECT 'course.withdrawn', course, unit, department, midnight(first_day + 7 * w.week::INTEGER),
       count(*) FILTER (WHERE r.date_unregistration <= 7 * w.week), count(*)
FROM presentation p JOIN registration r USING (code_module, code_presentation),
     LATERAL (SELECT unnest(range(1, p.days // 7 + 1)) AS week) w
WHERE r.date_registration <= 7 * w.week
GROUP BY ALL;

-- Days with a click in each full week, of every student registered on its last day.
INSERT INTO figure
SELECT 'student.active-days', r.id_student || '-' || course, unit, department, midnight(first_day + 7 * w.week::INTEGER + 6),
       count(DISTINCT c.date), 0
FROM presentation p JOIN registration r USING (code_module, code_presentation)
CROSS JOIN LATERAL (SELECT unnest(range(p.days // 7)) AS week) w
LEFT JOIN click c ON c.code_module = r.code_module AND c.code_presentation = r.code_presentation
    AND c.id_student = r.id_student AND c.date >= 0 AND c.date // 7 = w.week
WHERE r.code_module IN ('AAA', 'GGG') AND registered_on(r.date_registration, r.date_unregistration, 7 * w.week + 6)
GROUP BY ALL;

-- Scores; the n-th piece of work of a presentation stands at the n-th minute of the day it was handed in.
INSERT INTO figure
WITH numbered AS (
    SELECT id_assessment, course, unit, department, first_day,
           row_number() OVER (PARTITION BY course ORDER BY coalesce(date, days), id_assessment) AS n
    FROM assessment JOIN presentation USING (code_module, code_presentation)
    WHERE code_module IN ('AAA', 'GGG'))
SELECT 'student.score', id_student || '-' || course, unit, department,
       midnight(first_day + date_submitted::INTEGER) + n * 60000, score, 0
FROM numbered JOIN result USING (id_assessment);

CREATE TABLE reading AS
SELECT * FROM figure WHERE numerator IS NOT NULL AND NOT (denominator = 0 AND point = 'course.mean-score');

CREATE VIEW rejected AS
SELECT point, subject, CASE WHEN numerator IS NULL THEN 'NO_VALUE' ELSE 'BAD_DENOMINATOR' END AS reason
FROM figure WHERE numerator IS NULL OR (denominator = 0 AND point = 'course.mean-score');
