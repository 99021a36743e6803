-- Proofs of what is no longer kept. Instants are epoch milliseconds; each seal covers its row and the seal before it.
CREATE TABLE erasure (
    number INTEGER NOT NULL PRIMARY KEY,
    what TEXT NOT NULL,
    before_at INTEGER NOT NULL,
    readings INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    warnings INTEGER NOT NULL,
    rejections INTEGER NOT NULL,
    stayed INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    seal TEXT NOT NULL
) STRICT;

CREATE INDEX receipt_by_time ON receipt (recorded_at);
CREATE INDEX notice_by_warning ON notice (warning);
