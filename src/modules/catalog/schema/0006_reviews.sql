-- Home key: shop_id. catalog_review_homes is looked up by the review.
CREATE TABLE catalog_review_rights (    -- who bought what, and since when they may say what they think of it
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    product_id bigint NOT NULL,
    sku_id bigint NOT NULL,             -- the first of the product's in the order
    buyer_id bigint NOT NULL,
    delivered_at bigint NOT NULL,       -- 0: not yet
    review_id bigint NOT NULL,          -- 0: not yet
    PRIMARY KEY (shop_id, order_id, product_id)
) @clustered;
CREATE TABLE catalog_reviews (
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL,
    review_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    order_id bigint NOT NULL,
    spec text NOT NULL,                 -- what was bought
    rating bigint NOT NULL,             -- 1 … 5
    body text NOT NULL,
    pictures text NOT NULL,             -- JSON list of media ids
    pictured bigint NOT NULL,           -- 1: there are some
    follow_up text NOT NULL,
    followed_up_at bigint NOT NULL,     -- 0: not
    reply text NOT NULL,
    replied_at bigint NOT NULL,         -- 0: not
    hidden bigint NOT NULL,             -- 1: by a verdict of governance; nobody else can
    written_at bigint NOT NULL,
    PRIMARY KEY (shop_id, product_id, review_id)
) @clustered;
CREATE TABLE catalog_review_homes (
    review_id bigint NOT NULL PRIMARY KEY,
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL
);
CREATE TABLE catalog_ratings (          -- how many reviews that are not hidden gave how many stars
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL,         -- 0: of the whole shop
    one bigint NOT NULL,
    two bigint NOT NULL,
    three bigint NOT NULL,
    four bigint NOT NULL,
    five bigint NOT NULL,
    pictured bigint NOT NULL,
    PRIMARY KEY (shop_id, product_id)
) @clustered;
