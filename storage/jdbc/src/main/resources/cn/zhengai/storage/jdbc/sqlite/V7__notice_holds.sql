-- Who is sending a notice, and until when nobody else may (epoch milliseconds); nobody: empty, 0.
ALTER TABLE notice ADD COLUMN held_by TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0;
