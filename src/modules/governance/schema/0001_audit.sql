-- What staff did, append-only. Home key: the entry's own number, which grows with time.
CREATE TABLE governance_audit (
    entry_id bigint NOT NULL PRIMARY KEY,
    by_id bigint NOT NULL,              -- 0: a rule, not a person
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id bigint NOT NULL,
    reason text NOT NULL,
    before_json text NOT NULL,
    after_json text NOT NULL,
    address text NOT NULL,              -- from where
    at bigint NOT NULL
);
CREATE INDEX governance_audit_subject ON governance_audit (subject_kind, subject_id, entry_id);
