-- Home key: shop_id; of the queue, which operators read across all shops, product_id.
CREATE TABLE catalog_pending_changes (  -- of products whose approved content stays on sale meanwhile
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL,
    state text NOT NULL,                -- waiting, rejected (kept to be mended)
    content text NOT NULL,              -- JSON: the ProductContent in full
    reason text NOT NULL,               -- of the rejection
    by_id bigint NOT NULL,
    submitted_at bigint NOT NULL,
    PRIMARY KEY (shop_id, product_id)
) @clustered;
CREATE TABLE catalog_review_queue (
    product_id bigint NOT NULL PRIMARY KEY,
    shop_id bigint NOT NULL,
    submitted_at bigint NOT NULL
);
CREATE INDEX catalog_review_queue_age ON catalog_review_queue (submitted_at, product_id);
