-- Views of a shop's orders that its staff keep under a name. Home key: shop_id.
CREATE TABLE trading_order_filters (
    shop_id bigint NOT NULL,
    name text NOT NULL,
    query text NOT NULL,                -- what the page's address says: "state=paid&from=2030-11-01"
    by_id bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, name)
) @clustered;
