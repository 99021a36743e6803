-- Pulled sources: how far each has come, and which rows were taken of the time that may still change. Time is in
-- microseconds of the source's own watermark; a span is named by its first microsecond.

CREATE TABLE pull_cursor (
    source TEXT NOT NULL PRIMARY KEY,
    instant INTEGER NOT NULL,
    id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pull_compared (
    source TEXT NOT NULL PRIMARY KEY,
    compared_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pull_span (
    source TEXT NOT NULL,
    start INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    digests INTEGER NOT NULL,
    PRIMARY KEY (source, start)
) STRICT, WITHOUT ROWID;

-- Ids and digests of the rows of a span, packed, in the parts in which they were taken; the last digest of an id counts.
CREATE TABLE pull_part (
    number INTEGER NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    start INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

CREATE INDEX pull_part_by_span ON pull_part (source, start, number);

CREATE TABLE pull_vanished (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    PRIMARY KEY (source, id)
) STRICT, WITHOUT ROWID;
