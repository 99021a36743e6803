-- The ledger, first version, SQLite. Instants are epoch milliseconds, flags 0 or 1, values positions of millionths.
-- Statements elsewhere are shared with other databases: same tables, same columns, same unique keys there.

-- How far each consumer of a feed has come; part of the fence against two owners.
CREATE TABLE place (
    owner TEXT NOT NULL,
    part INTEGER NOT NULL,
    up_to INTEGER NOT NULL,
    PRIMARY KEY (owner, part)
) STRICT, WITHOUT ROWID;

-- Writers of facts queue up at this row, so that numbers have no gaps and rise in the order of commits.
INSERT INTO place (owner, part, up_to) VALUES ('facts', 0, 0);

CREATE TABLE mark (
    name TEXT NOT NULL PRIMARY KEY,
    remark TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series_state (
    point TEXT NOT NULL,
    subject TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    run TEXT NOT NULL,
    run_first INTEGER NOT NULL,
    run_count INTEGER NOT NULL,
    open_warning TEXT NOT NULL,
    PRIMARY KEY (point, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE warning (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    point TEXT NOT NULL,
    subject TEXT NOT NULL,
    series TEXT NOT NULL GENERATED ALWAYS AS (point || '/' || subject) STORED,
    severity TEXT NOT NULL,
    status TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    raised_at INTEGER NOT NULL,
    raised_value INTEGER NOT NULL,
    cleared_at INTEGER,
    told INTEGER NOT NULL,
    ack_by TEXT,
    ack_at INTEGER,
    ack_note TEXT
) STRICT;

CREATE INDEX warning_open ON warning (raised_at, id) WHERE status IN ('OPEN', 'EASED');
CREATE INDEX warning_by_raised ON warning (raised_at, id);
CREATE INDEX warning_by_series ON warning (series, raised_at, id);
CREATE INDEX warning_by_point ON warning (point, raised_at, id);
CREATE INDEX warning_by_subject ON warning (subject, raised_at, id);

-- A fact carries its warning as it stood then.
CREATE TABLE fact (
    number INTEGER NOT NULL PRIMARY KEY,
    fact_id TEXT NOT NULL UNIQUE,
    step TEXT NOT NULL,
    tell INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    point TEXT NOT NULL,
    subject TEXT NOT NULL,
    severity TEXT NOT NULL,
    status TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    raised_at INTEGER NOT NULL,
    raised_value INTEGER NOT NULL,
    cleared_at INTEGER,
    told INTEGER NOT NULL,
    ack_by TEXT,
    ack_at INTEGER,
    ack_note TEXT
) STRICT;

CREATE INDEX fact_by_warning ON fact (id, number);

CREATE TABLE notice (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    fact INTEGER NOT NULL,
    warning TEXT NOT NULL,
    unit TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    machine TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    answer TEXT NOT NULL
) STRICT;

CREATE INDEX notice_due ON notice (state, next_at, number);

CREATE TABLE receipt (
    number INTEGER NOT NULL PRIMARY KEY,
    batch TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    history INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    newest_at INTEGER,
    answer TEXT NOT NULL
) STRICT;

-- One row of a batch may be rejected more than once (for several points): it is told apart by its place in the list.
CREATE TABLE rejection (
    receipt INTEGER NOT NULL REFERENCES receipt (number),
    place INTEGER NOT NULL,
    source TEXT NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    raw TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX rejection_newest ON rejection (receipt DESC, place);
CREATE INDEX rejection_by_source ON rejection (source, receipt DESC, place);

-- Running totals, so that nothing needs to scan all receipts.
CREATE TABLE source_total (
    source TEXT NOT NULL PRIMARY KEY,
    batches INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    last_batch_at INTEGER NOT NULL,
    newest_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE source_rejected (
    source TEXT NOT NULL REFERENCES source_total (source),
    reason TEXT NOT NULL,
    lines INTEGER NOT NULL,
    PRIMARY KEY (source, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
    number INTEGER NOT NULL PRIMARY KEY,
    cycle TEXT NOT NULL,
    computed_at INTEGER NOT NULL,
    catalogue TEXT NOT NULL,
    digest TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (cycle, computed_at, catalogue, digest)
) STRICT;
