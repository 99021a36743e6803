-- Tables of an academic affairs system as the preset reads them: teaching tasks, scores, attendance, rescheduling.
CREATE TABLE jxrwb (jxb_id BIGINT PRIMARY KEY, kch VARCHAR(20), kcmc VARCHAR(80), jgh VARCHAR(20), xnm VARCHAR(9), xqm INT, jhkc INT);
CREATE TABLE xscjb (cj_id BIGINT PRIMARY KEY, jxb_id BIGINT, xh VARCHAR(20), cj DECIMAL(5,1), czsj DATETIME);
CREATE TABLE xskqb (kq_id BIGINT PRIMARY KEY, jxb_id BIGINT, skrq DATE, jc INT, ydrs INT, sdrs INT, czsj DATETIME);
CREATE TABLE ttksqb (sq_id BIGINT PRIMARY KEY, jxb_id BIGINT, sqlx VARCHAR(20), shzt VARCHAR(20), shsj DATETIME);

INSERT INTO jxrwb VALUES (1, 'C001', '高等数学', 'T1', '2024-2025', 1, 32), (2, 'C002', '护理学', 'T2', '2024-2025', 1, 16), (3, 'C002', '护理学', 'T3', '2024-2025', 1, 16);
INSERT INTO xskqb VALUES
    (1, 1, '2024-10-08', 1, 40, 40, '2024-10-08 10:00:00'), (2, 1, '2024-10-09', 1, 40, 39, '2024-10-09 10:00:00'),
    (3, 2, '2024-10-08', 3, 40, 33, '2024-10-08 12:00:00'), (4, 3, '2024-10-08', 5, 38, 30, '2024-10-08 16:00:00'),
    (5, 2, '2024-10-09', 3, 40, 32, '2024-10-09 12:00:00'), (6, 3, '2024-10-09', 5, 38, 36, '2024-10-12 09:00:00');
INSERT INTO xscjb VALUES
    (1, 1, 'S1', 85, '2025-01-10 09:00:00'), (2, 1, 'S2', 60, '2025-01-10 09:00:00'),
    (3, 2, 'S3', 59.5, '2025-01-11 09:00:00'), (4, 2, 'S4', 90, '2025-01-11 09:00:00'),
    (5, 3, 'S5', 40, '2025-01-12 09:00:00'), (6, 3, 'S6', NULL, '2025-01-12 09:00:00');
INSERT INTO ttksqb VALUES
    (1, 2, '调课', '通过', '2024-10-20 09:00:00'), (2, 3, '停课', '通过', '2024-10-21 09:00:00'),
    (3, 3, '调课', '通过', '2024-11-02 09:00:00'), (4, 1, '调课', '不通过', '2024-11-02 09:00:00'), (5, 1, '调课', '通过', '2024-11-03 09:00:00');
