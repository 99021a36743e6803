-- Gaps and islands. W raises, S meets the standard, B lies between; a run is an unbroken row of one class.
CREATE TABLE classed AS
SELECT b.*, r.* EXCLUDE (point),
       CASE WHEN band = 'IN_WARNING' OR (band = 'BELOW_STANDARD' AND at_standard) THEN 'W'
            WHEN band IN ('ON_TARGET', 'ON_STANDARD') THEN 'S' ELSE 'B' END AS class
FROM banded b JOIN rule r USING (point);

CREATE TABLE run AS
WITH marked AS (
    SELECT *, row_number() OVER (PARTITION BY point, subject ORDER BY instant)
              - row_number() OVER (PARTITION BY point, subject, class ORDER BY instant) AS island
    FROM classed)
SELECT *, row_number() OVER w AS nth, first_value(instant) OVER w AS first_at
FROM marked
WINDOW w AS (PARTITION BY point, subject, class, island ORDER BY instant);

-- In each run the first reading that is late enough in it.
CREATE TABLE turn AS
SELECT point, subject, class, instant, first_at
FROM run
WHERE (class = 'W' AND nth >= hold_readings AND instant - first_at >= hold_days * 86400000)
   OR (class = 'S' AND nth >= calm_readings)
QUALIFY row_number() OVER (PARTITION BY point, subject, class, island ORDER BY instant) = 1;

-- A turn matters only when it is another than the one before; what a raise is followed by clears it.
CREATE TABLE episode AS
WITH changed AS (
    SELECT * FROM turn
    QUALIFY class IS DISTINCT FROM coalesce(lag(class) OVER (PARTITION BY point, subject ORDER BY instant), 'S')),
paired AS (
    SELECT point, subject, class, first_at, instant AS raised_at,
           lead(instant) OVER (PARTITION BY point, subject ORDER BY instant) AS cleared_at
    FROM changed)
SELECT p.point, p.subject, p.first_at, p.raised_at, p.cleared_at,
       max(CASE WHEN c.band = 'IN_WARNING' THEN c.gravest WHEN c.class = 'W' THEN 1 ELSE 0 END) AS gravity,
       arg_max(c.class, c.instant) AS newest_class
FROM paired p JOIN classed c ON c.point = p.point AND c.subject = p.subject
    AND c.instant >= p.raised_at AND c.instant < coalesce(p.cleared_at, 9223372036854775807)
WHERE p.class = 'W'
GROUP BY ALL;
