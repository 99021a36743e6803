-- Versions of the catalogue. A text is kept once, whatever the number of versions it is part of.

CREATE TABLE catalogue_version (
    number INTEGER NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- SHA-256 of the text, and the text in UTF-8, compressed (gzip).
CREATE TABLE catalogue_text (
    sha TEXT NOT NULL PRIMARY KEY,
    packed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_file (
    version INTEGER NOT NULL REFERENCES catalogue_version (number),
    path TEXT NOT NULL,
    sha TEXT NOT NULL REFERENCES catalogue_text (sha),
    PRIMARY KEY (version, path)
) STRICT, WITHOUT ROWID;
