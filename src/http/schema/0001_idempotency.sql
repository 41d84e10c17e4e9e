-- The answers to requests that carried an Idempotency-Key, written in the transaction of their effect.
CREATE TABLE http_idempotency (
    id bigint NOT NULL PRIMARY KEY,      -- time-ordered: expired rows are deleted from the front
    caller bigint NOT NULL,              -- user, or 0 for guests (whose keys must then be unguessable by themselves)
    key text NOT NULL,
    fingerprint bigint NOT NULL,         -- of method, path, query and body
    status bigint NOT NULL,
    headers text NOT NULL,
    body text NOT NULL,
    made_at bigint NOT NULL,
    UNIQUE (caller, key)
);
