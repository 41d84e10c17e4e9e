-- The same as for SQLite. Sequence numbers of several processes do not commit in order, so rows are read by (xid, seq), those below
-- the oldest transaction still running: every process reads the same order.
CREATE TABLE discovery_diary (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    xid bigint NOT NULL DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint),
    reader_id bigint NOT NULL,
    key text NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (xid, seq)
);
CREATE UNIQUE INDEX discovery_diary_key ON discovery_diary (reader_id, key);
