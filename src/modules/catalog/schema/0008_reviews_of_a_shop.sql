-- A merchant reads all reviews of a shop, the newest first.
CREATE INDEX catalog_reviews_of_shop ON catalog_reviews (shop_id, review_id);
