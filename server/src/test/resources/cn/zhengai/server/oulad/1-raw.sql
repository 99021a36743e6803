-- The raw tables as they are, and what a presentation's name says about its first day.
CREATE TABLE assessment AS SELECT * FROM read_csv(getvariable('raw') || '/assessments.csv', header = true);
CREATE TABLE result AS SELECT * FROM read_csv(getvariable('raw') || '/studentAssessment.csv.gz', header = true);
CREATE TABLE info AS SELECT * FROM read_csv(getvariable('raw') || '/studentInfo.csv.gz', header = true);
CREATE TABLE registration AS SELECT * FROM read_csv(getvariable('raw') || '/studentRegistration.csv.gz', header = true);
CREATE TABLE click AS SELECT * FROM read_csv(getvariable('raw') || '/studentVle-AAA-GGG.csv.gz', header = true);
CREATE TABLE presentation AS
SELECT code_module, code_presentation, module_presentation_length AS days,
       code_module || '-' || code_presentation AS course,
       'kc-' || lower(code_module) AS unit,
       CASE WHEN code_module IN ('AAA', 'BBB', 'GGG') THEN 'skxy' ELSE 'lgxy' END AS department,
       make_date(left(code_presentation, 4)::INTEGER, CASE right(code_presentation, 1) WHEN 'B' THEN 2 ELSE 10 END, 1) AS first_day
FROM read_csv(getvariable('raw') || '/courses.csv', header = true);

-- Midnight of a day in Shanghai (UTC+8 without summer time in these years), epoch milliseconds.
CREATE MACRO midnight(d) AS epoch_ms(d::TIMESTAMP) - 8 * 3600 * 1000;
CREATE MACRO registered_on(joined, gone, day) AS joined <= day AND coalesce(gone > day, true);
