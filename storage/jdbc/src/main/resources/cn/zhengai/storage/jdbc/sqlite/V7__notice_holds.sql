-- Who is sending a notice, and until when nobody else may (epoch milliseconds); nobody: empty, 0.
ALTER TABLE notice ADD COLUMN held_by TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0;

-- Numbers of facts erased before this version are not given out again either: whoever routes has come that far.
UPDATE place SET up_to = max(
    (SELECT coalesce(max(number), 0) FROM fact),
    coalesce((SELECT p.up_to FROM place p WHERE p.owner = 'routing' AND p.part = 0), 0))
WHERE owner = 'facts' AND part = 0;
