-- What was done for a shop, and by whom: append-only. Home key: shop_id.
CREATE TABLE catalog_shop_log (
    shop_id bigint NOT NULL,
    entry_id bigint NOT NULL,           -- grows with time
    by_id bigint NOT NULL,
    action text NOT NULL,               -- staff_invited, prices_changed, …
    about text NOT NULL,                -- id text of what it was done to, or empty: the shop
    words text NOT NULL,                -- what changed, in few words, or empty
    address text NOT NULL,              -- from where
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, entry_id)
) @clustered;
