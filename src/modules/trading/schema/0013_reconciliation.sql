-- Our records beside the gateway's statement. Home key: the day, as its midnight UTC.
CREATE TABLE trading_reconciliations (
    day bigint NOT NULL PRIMARY KEY,
    state text NOT NULL,                -- running, done
    lines bigint NOT NULL,
    differences bigint NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint NOT NULL            -- 0: not yet
);
CREATE TABLE trading_differences (
    day bigint NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,                 -- missing_here, missing_there, amount_differs
    trade text NOT NULL,
    refund text NOT NULL,
    ours bigint,
    theirs bigint,
    at bigint NOT NULL,
    PRIMARY KEY (day, number)
) @clustered;
