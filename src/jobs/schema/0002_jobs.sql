CREATE TABLE jobs_cursors (          -- how far each subscriber has heard
    subscriber text NOT NULL PRIMARY KEY,
    xid bigint NOT NULL,
    seq bigint NOT NULL
) @clustered;
CREATE TABLE jobs_turn (             -- one row: whoever updates it delivers; others wait for its transaction
    id bigint NOT NULL PRIMARY KEY,
    turn bigint NOT NULL
);
INSERT INTO jobs_turn (id, turn) VALUES (1, 0);
CREATE TABLE jobs_timers (           -- news that is not due yet
    due bigint NOT NULL,
    id bigint NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (due, id)
) @clustered;
CREATE TABLE jobs_parked (           -- news a subscriber could not digest: visible, repeatable, in nobody's way
    id bigint NOT NULL PRIMARY KEY,
    subscriber text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    error text NOT NULL,
    attempts bigint NOT NULL,
    parked_at bigint NOT NULL,
    next_try_at bigint NOT NULL      -- 0: waits for a person
);
CREATE TABLE jobs_errands (          -- work with the world outside, done after the commit, at least once
    id bigint NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    body text NOT NULL,
    due bigint NOT NULL,
    attempts bigint NOT NULL,
    error text NOT NULL,
    state text NOT NULL              -- waiting, failed
);
CREATE INDEX jobs_errands_due ON jobs_errands (state, due);
CREATE TABLE jobs_settings (
    name text NOT NULL,
    effective_from bigint NOT NULL,
    value text NOT NULL,
    set_by bigint NOT NULL,
    set_at bigint NOT NULL,
    PRIMARY KEY (name, effective_from)
) @clustered;
