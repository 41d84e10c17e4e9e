-- The same as for SQLite. Sequence numbers of several processes do not commit in order, so rows are read by (xid, seq), those below
-- the oldest transaction still running.
CREATE TABLE community_views (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    xid bigint NOT NULL DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint),
    viewer_id bigint NOT NULL,
    event text NOT NULL,
    note_id bigint NOT NULL,
    author_id bigint NOT NULL,
    at bigint NOT NULL,
    dwell_ms bigint NOT NULL,
    source text NOT NULL,
    finished bigint NOT NULL,
    told_at bigint NOT NULL,
    PRIMARY KEY (xid, seq)
);
CREATE UNIQUE INDEX community_views_event ON community_views (viewer_id, event);
