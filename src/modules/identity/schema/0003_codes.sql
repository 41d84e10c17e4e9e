-- Home key: the address; it is looked up before anybody knows who it is.
CREATE TABLE identity_codes (           -- the code sent last, and how often one was asked for
    kind text NOT NULL,
    address text NOT NULL,
    salt text NOT NULL,
    code_hash text NOT NULL,            -- SHA-256 of salt and code; empty: used
    tries bigint NOT NULL,              -- wrong ones so far
    sent_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    counted_from bigint NOT NULL,       -- `sends` counts since then
    sends bigint NOT NULL,
    PRIMARY KEY (kind, address)
) @clustered;
CREATE TABLE identity_mailbox (         -- letters that leave by no other way; the newest only
    letter_id bigint NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    address text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    at bigint NOT NULL
);
-- Home key: user_id; 0 for the link that makes the first operator.
CREATE TABLE identity_links (
    user_id bigint NOT NULL,
    purpose text NOT NULL,              -- first_operator, reset_password
    token_hash text NOT NULL,           -- empty: used, and never given out again
    expires_at bigint NOT NULL,
    PRIMARY KEY (user_id, purpose)
) @clustered;
