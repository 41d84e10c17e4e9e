-- A note was opened. Clients send at least once; what they call the event tells repetitions apart. Home: who looks (0: guests).
-- Read in the order of `seq` by the job that counts them.
CREATE TABLE community_views (
    seq integer PRIMARY KEY AUTOINCREMENT,
    xid bigint NOT NULL DEFAULT 0,
    viewer_id bigint NOT NULL,
    event text NOT NULL,
    note_id bigint NOT NULL,
    author_id bigint NOT NULL,
    at bigint NOT NULL,
    dwell_ms bigint NOT NULL,
    source text NOT NULL,
    finished bigint NOT NULL,            -- read to the end
    told_at bigint NOT NULL
);
CREATE UNIQUE INDEX community_views_event ON community_views (viewer_id, event);
