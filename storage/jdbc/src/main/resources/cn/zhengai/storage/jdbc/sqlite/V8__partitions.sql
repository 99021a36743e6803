-- In which partition of the log a series is, so that a warner loads those of its own. A log in the data folder has one.
ALTER TABLE series_state ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
CREATE INDEX series_state_by_part ON series_state (part);
