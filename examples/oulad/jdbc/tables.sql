-- The learning system's tables in PostgreSQL, as its files have them; filled by COPY ... FROM STDIN WITH (FORMAT csv, HEADER).
CREATE TABLE courses (code_module text, code_presentation text, module_presentation_length int);
CREATE TABLE assessments (code_module text, code_presentation text, id_assessment int PRIMARY KEY, assessment_type text, date int, weight numeric);
CREATE TABLE student_assessment (id_assessment int, id_student int, date_submitted int, is_banked int, score int);
CREATE TABLE student_info (
    code_module text, code_presentation text, id_student int, gender text, region text, highest_education text, imd_band text,
    age_band text, num_of_prev_attempts int, studied_credits int, disability text, final_result text);
CREATE TABLE student_registration (code_module text, code_presentation text, id_student int, date_registration int, date_unregistration int);
CREATE TABLE student_vle (code_module text, code_presentation text, id_student int, id_site int, date int, sum_click int);

-- A presentation's name says its first day: J begins in October, B in February.
CREATE VIEW presentation AS
SELECT code_module, code_presentation, module_presentation_length AS days,
       make_date(left(code_presentation, 4)::int, CASE right(code_presentation, 1) WHEN 'B' THEN 2 ELSE 10 END, 1) AS first_day
FROM courses;

-- What the quality office may read: one view for each kind of figure, each row with its day and a name of its own.
CREATE VIEW qo_active AS
WITH there AS (
    SELECT code_module, code_presentation, first_day, day, id_student
    FROM presentation JOIN student_registration r USING (code_module, code_presentation), generate_series(0, days - 1) AS day
    WHERE code_module IN ('AAA', 'GGG') AND date_registration <= day AND coalesce(date_unregistration > day, true)),
active AS (SELECT DISTINCT code_module, code_presentation, id_student, date AS day FROM student_vle)
SELECT code_module, code_presentation, first_day + day AS day, count(active.day) AS active, count(*) AS registered,
       code_module || '-' || code_presentation AS row_name
FROM there LEFT JOIN active USING (code_module, code_presentation, id_student, day)
GROUP BY code_module, code_presentation, first_day, there.day, day;

CREATE VIEW qo_homework AS
WITH due AS (
    SELECT code_module, code_presentation, id_assessment, assessment_type, coalesce(date, days) AS at, date, first_day
    FROM presentation JOIN assessments USING (code_module, code_presentation)),
scores AS (
    SELECT code_module, code_presentation, first_day, at, coalesce(sum(score), 0) AS total, count(score) AS scored
    FROM due LEFT JOIN student_assessment USING (id_assessment)
    GROUP BY code_module, code_presentation, first_day, at),
in_time AS (
    SELECT code_module, code_presentation, due.date AS at, count(*) FILTER (WHERE s.date_submitted <= due.date) AS handed_in, count(*) AS owing
    FROM due JOIN student_registration r USING (code_module, code_presentation)
    LEFT JOIN student_assessment s ON s.id_assessment = due.id_assessment AND s.id_student = r.id_student
    WHERE assessment_type = 'TMA' AND r.date_registration <= due.date AND coalesce(r.date_unregistration > due.date, true)
    GROUP BY code_module, code_presentation, due.date)
SELECT code_module, code_presentation, first_day + at AS day, handed_in, owing, total, scored,
       code_module || '-' || code_presentation AS row_name
FROM scores LEFT JOIN in_time USING (code_module, code_presentation, at);

CREATE VIEW qo_outcome AS
SELECT code_module, code_presentation, first_day + days AS day, count(*) FILTER (WHERE final_result IN ('Pass', 'Distinction')) AS passed,
       count(*) FILTER (WHERE final_result <> 'Withdrawn') AS judged, code_module || '-' || code_presentation AS row_name
FROM presentation JOIN student_info USING (code_module, code_presentation)
GROUP BY code_module, code_presentation, first_day, days;

CREATE VIEW qo_withdrawn AS
SELECT code_module, code_presentation, first_day + 7 * week AS day, count(*) FILTER (WHERE date_unregistration <= 7 * week) AS gone,
       count(*) AS registered, code_module || '-' || code_presentation AS row_name
FROM presentation JOIN student_registration USING (code_module, code_presentation), generate_series(1, days / 7) AS week
WHERE date_registration <= 7 * week
GROUP BY code_module, code_presentation, first_day, week;

CREATE VIEW qo_weeks AS
WITH clicked AS (
    SELECT code_module, code_presentation, id_student, date / 7 AS week, count(DISTINCT date) AS days
    FROM student_vle WHERE date >= 0 GROUP BY code_module, code_presentation, id_student, date / 7)
SELECT code_module, code_presentation, r.id_student, first_day + 7 * week + 6 AS day, coalesce(c.days, 0) AS active_days,
       r.id_student || '-' || code_module || '-' || code_presentation AS row_name
FROM presentation p JOIN student_registration r USING (code_module, code_presentation) CROSS JOIN generate_series(0, p.days / 7 - 1) AS week
LEFT JOIN clicked c USING (code_module, code_presentation, id_student, week)
WHERE code_module IN ('AAA', 'GGG') AND date_registration <= 7 * week + 6 AND coalesce(date_unregistration > 7 * week + 6, true);

-- The n-th piece of work of a presentation stands at the n-th minute of the day it was handed in.
CREATE VIEW qo_scores AS
WITH numbered AS (
    SELECT id_assessment, code_module, code_presentation, first_day,
           row_number() OVER (PARTITION BY code_module, code_presentation ORDER BY coalesce(date, days), id_assessment) AS n
    FROM assessments JOIN presentation USING (code_module, code_presentation)
    WHERE code_module IN ('AAA', 'GGG'))
SELECT code_module, code_presentation, id_student, first_day + date_submitted + n * interval '1 minute' AS at, score,
       id_student || '-' || id_assessment AS row_name
FROM numbered JOIN student_assessment USING (id_assessment);
