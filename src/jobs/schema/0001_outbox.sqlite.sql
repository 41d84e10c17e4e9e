-- News in the order of its commit. AUTOINCREMENT: a sequence number is never used twice, also after pruning.
CREATE TABLE jobs_outbox (
    seq integer PRIMARY KEY AUTOINCREMENT,
    xid bigint NOT NULL DEFAULT 0,
    kind text NOT NULL,
    body text NOT NULL,
    told_at bigint NOT NULL
);
