-- What the preset reads of Moodle 4's tables: names and types as there, other columns left out.
CREATE TABLE mdl_course (id BIGINT PRIMARY KEY, fullname VARCHAR(254), shortname VARCHAR(255), idnumber VARCHAR(100), visible SMALLINT);
CREATE TABLE mdl_role (id BIGINT PRIMARY KEY, shortname VARCHAR(100));
CREATE TABLE mdl_context (id BIGINT PRIMARY KEY, contextlevel BIGINT, instanceid BIGINT);
CREATE TABLE mdl_role_assignments (id BIGINT PRIMARY KEY, roleid BIGINT, contextid BIGINT, userid BIGINT, timemodified BIGINT);
CREATE TABLE mdl_logstore_standard_log (id BIGINT PRIMARY KEY, eventname VARCHAR(255), userid BIGINT, courseid BIGINT, timecreated BIGINT);
CREATE TABLE mdl_assign (id BIGINT PRIMARY KEY, course BIGINT, name VARCHAR(255), duedate BIGINT);
CREATE TABLE mdl_assign_submission (id BIGINT PRIMARY KEY, assignment BIGINT, userid BIGINT, timecreated BIGINT, timemodified BIGINT, status VARCHAR(10), attemptnumber BIGINT, latest SMALLINT);
CREATE TABLE mdl_grade_items (id BIGINT PRIMARY KEY, courseid BIGINT, itemtype VARCHAR(30), grademax DECIMAL(10,5));
CREATE TABLE mdl_grade_grades (id BIGINT PRIMARY KEY, itemid BIGINT, userid BIGINT, finalgrade DECIMAL(10,5), timemodified BIGINT);

INSERT INTO mdl_course VALUES (1, '首页', 'site', '', 1), (2, '高等数学', 'C001', '', 1), (3, '护理学', 'C002', '', 1);
INSERT INTO mdl_role VALUES (3, 'editingteacher'), (5, 'student');
INSERT INTO mdl_context VALUES (12, 50, 2), (13, 50, 3), (40, 30, 2);
-- four students in both courses since 1 September 2024, a teacher, and one who came after these days
INSERT INTO mdl_role_assignments VALUES
    (1, 5, 12, 101, 1725120000), (2, 5, 12, 102, 1725120000), (3, 5, 12, 103, 1725120000), (4, 5, 12, 104, 1725120000),
    (5, 5, 13, 101, 1725120000), (6, 5, 13, 102, 1725120000), (7, 5, 13, 103, 1725120000), (8, 5, 13, 104, 1725120000),
    (9, 3, 13, 200, 1725120000), (10, 5, 13, 105, 1740000000);
-- 8 to 12 October 2024, ten in the morning: all are busy in C001; in C002 one student and the teacher
INSERT INTO mdl_logstore_standard_log
SELECT 1000 + d.n * 10 + s.n, '\\core\\event\\course_viewed', 100 + s.n, 2, 1728352800 + 86400 * d.n
FROM (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) d, (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) s;
INSERT INTO mdl_logstore_standard_log
SELECT 2000 + d.n * 10, '\\core\\event\\course_viewed', 101, 3, 1728352800 + 86400 * d.n
FROM (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) d;
INSERT INTO mdl_logstore_standard_log
SELECT 3000 + d.n * 10, '\\core\\event\\course_viewed', 200, 3, 1728356400 + 86400 * d.n
FROM (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) d;
-- due on 10 October: C001 complete; C002 two in time, one late, one draft
INSERT INTO mdl_assign VALUES (11, 2, '作业一', 1728576000), (12, 3, '作业一', 1728576000), (13, 3, '不限期', 0);
INSERT INTO mdl_assign_submission VALUES
    (1, 11, 101, 1, 1728500000, 'submitted', 0, 1), (2, 11, 102, 1, 1728500000, 'submitted', 0, 1),
    (3, 11, 103, 1, 1728500000, 'submitted', 0, 1), (4, 11, 104, 1, 1728576000, 'submitted', 0, 1),
    (5, 12, 101, 1, 1728500000, 'submitted', 0, 1), (6, 12, 102, 1, 1728500000, 'submitted', 0, 1),
    (7, 12, 103, 1, 1728576001, 'submitted', 0, 1), (8, 12, 104, 1, 1728500000, 'draft', 0, 1);
INSERT INTO mdl_grade_items VALUES (21, 2, 'course', 100), (22, 3, 'course', 50), (23, 3, 'mod', 100);
INSERT INTO mdl_grade_grades VALUES
    (1, 21, 101, 80, 1730000000), (2, 21, 102, 78.5, 1730000500), (3, 21, 103, NULL, 1730000900),
    (4, 22, 101, 20, 1730000000), (5, 22, 102, 27.33, 1730000100), (6, 23, 101, 99, 1730000800);
