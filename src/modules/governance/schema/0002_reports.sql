-- Home key: the subject. A case gathers what people report about one subject until somebody decides.
CREATE TABLE governance_cases (
    subject_kind text NOT NULL,
    subject_id bigint NOT NULL,
    state text NOT NULL,                -- open, decided
    reporters bigint NOT NULL,          -- since it was opened last
    reported_at bigint NOT NULL,        -- last
    hidden bigint NOT NULL,             -- 1: by the verdict in force
    PRIMARY KEY (subject_kind, subject_id)
) @clustered;
CREATE INDEX governance_cases_open ON governance_cases (reporters, reported_at, subject_id) WHERE state = 'open';
CREATE TABLE governance_reports (
    subject_kind text NOT NULL,
    subject_id bigint NOT NULL,
    reporter_id bigint NOT NULL,
    report_id bigint NOT NULL,
    reason text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,                -- open, decided
    at bigint NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, reporter_id)
) @clustered;
CREATE TABLE governance_verdicts (      -- append-only
    subject_kind text NOT NULL,
    subject_id bigint NOT NULL,
    verdict_id bigint NOT NULL,
    decision text NOT NULL,             -- hide, restore, dismiss
    reason text NOT NULL,
    by_id bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, verdict_id)
) @clustered;
