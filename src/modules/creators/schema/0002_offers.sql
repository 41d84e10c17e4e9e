-- A better rate that a shop offers to one author for one product. Home key: shop_id.
CREATE TABLE creators_offers (
    shop_id bigint NOT NULL,
    offer_id bigint NOT NULL,
    product_id bigint NOT NULL,
    author_id bigint NOT NULL,
    rate bigint NOT NULL,               -- per 10,000, in place of what the product offers everybody
    words text NOT NULL,                -- to the author
    until bigint NOT NULL,              -- 0: no end
    state text NOT NULL,                -- offered, accepted, declined, ended
    by_id bigint NOT NULL,
    offered_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (shop_id, offer_id)
) @clustered;
CREATE UNIQUE INDEX creators_offers_open ON creators_offers (shop_id, author_id, product_id) WHERE state IN ('offered', 'accepted');
CREATE INDEX creators_offers_to ON creators_offers (author_id, offer_id);
CREATE TABLE creators_offer_moves (
    shop_id bigint NOT NULL,
    offer_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_id bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, offer_id, move_id)
) @clustered;
