-- Several lanes and processes insert at once, so sequence numbers do not commit in order. A row is read only once every
-- transaction with a smaller number has ended: ordered by (xid, seq) and below the oldest transaction still running.
CREATE TABLE jobs_outbox (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    xid bigint NOT NULL DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint),
    kind text NOT NULL,
    body text NOT NULL,
    told_at bigint NOT NULL,
    PRIMARY KEY (xid, seq)
);
