-- Home key: user_id, except identity_contacts and identity_handles, whose home is the address itself (they are looked up before
-- anybody knows who it is).
CREATE TABLE identity_users (
    user_id bigint NOT NULL PRIMARY KEY,
    handle text NOT NULL,
    name text NOT NULL,
    bio text NOT NULL,
    city text NOT NULL,
    avatar_id bigint NOT NULL,          -- 0: none
    official text NOT NULL,             -- the brand this account officially speaks for; empty for people
    roles bigint NOT NULL,              -- bit i: Role(i)
    state text NOT NULL,                -- active, suspended, deleted
    joined_at bigint NOT NULL
);
CREATE TABLE identity_contacts (        -- how to sign in and where to write to
    kind text NOT NULL,                 -- email, phone
    address text NOT NULL,
    user_id bigint NOT NULL,
    verified_at bigint NOT NULL,        -- 0: not yet
    PRIMARY KEY (kind, address)
) @clustered;
CREATE INDEX identity_contacts_user ON identity_contacts (user_id);
CREATE TABLE identity_handles (
    handle text NOT NULL PRIMARY KEY,   -- folded to lower case
    user_id bigint NOT NULL
) @clustered;
CREATE TABLE identity_passwords (
    user_id bigint NOT NULL PRIMARY KEY,
    hash text NOT NULL,                 -- argon2id, with its parameters
    changed_at bigint NOT NULL
);
CREATE TABLE identity_sessions (
    user_id bigint NOT NULL,
    token_hash text NOT NULL,           -- SHA-256 of the secret half of the token
    session_id bigint NOT NULL,
    device text NOT NULL,
    address text NOT NULL,
    opened_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (user_id, token_hash)
) @clustered;
