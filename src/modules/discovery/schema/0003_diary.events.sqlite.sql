-- What the discovery engine is told, in the order it is told: its state is a fold over these rows. Home: the reader (0: nobody's).
-- Clients and news come at least once; `key` tells repetitions apart. Read in the order of `seq`.
CREATE TABLE discovery_diary (
    seq integer PRIMARY KEY AUTOINCREMENT,
    xid bigint NOT NULL DEFAULT 0,
    reader_id bigint NOT NULL,
    key text NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    body text NOT NULL                  -- JSON, by kind
);
CREATE UNIQUE INDEX discovery_diary_key ON discovery_diary (reader_id, key);
