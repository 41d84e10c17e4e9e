-- Home key: owner_id, the official account that wants the store; user_id, whom people follow.
CREATE TABLE catalog_applications (
    owner_id bigint NOT NULL PRIMARY KEY,
    state text NOT NULL,                -- pending, approved, rejected
    name text NOT NULL,
    intro text NOT NULL,
    city text NOT NULL,
    logo_id bigint NOT NULL,
    company text NOT NULL,
    licence text NOT NULL,
    followers bigint NOT NULL,          -- when it applied
    applied_at bigint NOT NULL,
    shop_id bigint NOT NULL             -- 0: not approved
);
CREATE INDEX catalog_applications_state ON catalog_applications (state, applied_at, owner_id);
CREATE TABLE catalog_application_moves (
    owner_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,           -- empty: the first application
    to_state text NOT NULL,
    by_id bigint NOT NULL,
    reason text NOT NULL,
    moved_at bigint NOT NULL,
    PRIMARY KEY (owner_id, move_id)
) @clustered;
-- Who follows whom, as community tells it. Rows instead of a counter: news that is heard twice changes nothing.
CREATE TABLE catalog_followers (
    user_id bigint NOT NULL,
    follower_id bigint NOT NULL,
    PRIMARY KEY (user_id, follower_id)
) @clustered;
