-- Whose uploads these are: for the export of a person's data, and for when they leave (0: nobody's any more).
CREATE INDEX media_items_owner ON media_items (owner_id, media_id);
