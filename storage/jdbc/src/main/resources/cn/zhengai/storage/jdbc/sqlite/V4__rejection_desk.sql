-- The rejection desk: rows kept whole, and what people did about them. Instants are epoch milliseconds.

-- How the row came, and its cells by column as a JSON object of strings; empty when it could not be taken apart.
ALTER TABLE rejection ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE rejection ADD COLUMN cells TEXT NOT NULL DEFAULT '{}';

-- OPEN, REPAIRED or DISMISSED; reason, detail and cells of the last time it was judged (NULL: as it came); who answered.
ALTER TABLE rejection ADD COLUMN status TEXT NOT NULL DEFAULT 'OPEN';
ALTER TABLE rejection ADD COLUMN reason_now TEXT NOT NULL DEFAULT '';
ALTER TABLE rejection ADD COLUMN detail_now TEXT;
ALTER TABLE rejection ADD COLUMN cells_now TEXT;
ALTER TABLE rejection ADD COLUMN answer_by TEXT;
ALTER TABLE rejection ADD COLUMN answer_at INTEGER;
ALTER TABLE rejection ADD COLUMN answer_why TEXT;
ALTER TABLE rejection ADD COLUMN answer_batch TEXT;

UPDATE rejection SET reason_now = reason;

CREATE INDEX rejection_open ON rejection (receipt DESC, place) WHERE status = 'OPEN';
CREATE INDEX rejection_open_count ON rejection (source, reason_now) WHERE status = 'OPEN';
