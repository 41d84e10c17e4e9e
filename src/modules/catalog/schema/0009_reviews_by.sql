-- What somebody has written, for the export of their data.
CREATE INDEX catalog_reviews_buyer ON catalog_reviews (buyer_id, review_id);
