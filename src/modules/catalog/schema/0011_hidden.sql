-- What a verdict hides is looked through by moderators, by words.
CREATE INDEX catalog_products_hidden ON catalog_products (product_id) WHERE hidden = 1;
CREATE INDEX catalog_reviews_hidden ON catalog_reviews (review_id) WHERE hidden = 1;
