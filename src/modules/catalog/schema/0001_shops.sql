-- Home key: shop_id. catalog_shop_names is looked up by the name, catalog_owners and catalog_staff_shops by the person.
CREATE TABLE catalog_shops (
    shop_id bigint NOT NULL PRIMARY KEY,
    name text NOT NULL,
    intro text NOT NULL,
    city text NOT NULL,                 -- ships from
    logo_id bigint NOT NULL,            -- 0: none
    owner_id bigint NOT NULL,
    profile text NOT NULL,              -- light, pop
    state text NOT NULL,                -- open, paused, frozen, closed
    company text NOT NULL,              -- of the business licence; empty: a person's shop
    licence text NOT NULL,              -- unified social credit code, GB 32100
    items bigint NOT NULL,              -- products that take a place: neither withdrawn nor discarded
    listed bigint NOT NULL,             -- products on sale while the shop is open
    opened_at bigint NOT NULL
);
CREATE TABLE catalog_shop_moves (
    shop_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_id bigint NOT NULL,              -- 0: by a verdict of governance
    reason text NOT NULL,
    moved_at bigint NOT NULL,
    PRIMARY KEY (shop_id, move_id)
) @clustered;
CREATE TABLE catalog_shop_names (
    name text NOT NULL PRIMARY KEY,     -- folded
    shop_id bigint NOT NULL
) @clustered;
CREATE TABLE catalog_owners (
    user_id bigint NOT NULL PRIMARY KEY,
    shops bigint NOT NULL               -- that are not closed
);
CREATE TABLE catalog_staff (
    shop_id bigint NOT NULL,
    user_id bigint NOT NULL,
    may text NOT NULL,                  -- owner, editor, support
    state text NOT NULL,                -- invited, active
    invited_by bigint NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (shop_id, user_id)
) @clustered;
CREATE TABLE catalog_staff_shops (      -- directory: the shops of a person
    user_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    PRIMARY KEY (user_id, shop_id)
) @clustered;
