-- Home key: shop_id. catalog_product_homes is looked up by the product.
CREATE TABLE catalog_products (
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL,
    state text NOT NULL,                -- draft, in_review, rejected, listed, withdrawn, discarded
    hidden bigint NOT NULL,             -- 1: by a verdict of governance
    version bigint NOT NULL,            -- moves with every edit and every move
    title text NOT NULL,
    cover_id bigint NOT NULL,
    category text NOT NULL,
    tax bigint NOT NULL,                -- per 10,000, included in the prices
    commission bigint NOT NULL,         -- per 10,000
    price_from bigint NOT NULL,         -- of the cheapest SKU that can be chosen
    detail text NOT NULL,               -- JSON: description, pictures, options
    created_at bigint NOT NULL,
    listed_at bigint NOT NULL,          -- first; 0: never yet
    PRIMARY KEY (shop_id, product_id)
) @clustered;
CREATE TABLE catalog_product_moves (
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_id bigint NOT NULL,
    reason text NOT NULL,
    moved_at bigint NOT NULL,
    PRIMARY KEY (shop_id, product_id, move_id)
) @clustered;
CREATE TABLE catalog_skus (
    shop_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    product_id bigint NOT NULL,
    state text NOT NULL,                -- enabled, disabled, retired (no longer part of the product; orders still name it)
    spec text NOT NULL,                 -- "红 / 50ml"; empty for a product without choices
    choice text NOT NULL,               -- JSON list: one value of each option
    picture_id bigint NOT NULL,         -- 0: the product's cover
    price bigint NOT NULL,
    market_price bigint NOT NULL,       -- 0: none
    barcode text NOT NULL,
    merchant_code text NOT NULL,
    PRIMARY KEY (shop_id, sku_id)
) @clustered;
CREATE INDEX catalog_skus_product ON catalog_skus (shop_id, product_id);
CREATE TABLE catalog_product_homes (
    product_id bigint NOT NULL PRIMARY KEY,
    shop_id bigint NOT NULL
);
CREATE TABLE catalog_categories (       -- two levels; small, the same everywhere
    category text NOT NULL PRIMARY KEY, -- beauty, beauty.lipstick
    parent text NOT NULL,               -- empty: of the first level
    zh text NOT NULL,
    en text NOT NULL,
    place bigint NOT NULL               -- order in which they are shown
) @clustered;
