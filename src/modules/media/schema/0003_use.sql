-- What a note, product, shop, review or profile has shown stays; what nobody ever used is swept. Uploads from before count as used.
ALTER TABLE media_items ADD COLUMN used bigint NOT NULL DEFAULT 1;   -- 0: not yet
CREATE INDEX media_items_unused ON media_items (uploaded_at, media_id) WHERE used = 0;
CREATE INDEX media_items_key ON media_items (key);
