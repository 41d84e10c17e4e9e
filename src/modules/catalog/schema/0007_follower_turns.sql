-- News of a follow may be heard late, after news that came behind it: the highest turn is the last word.
ALTER TABLE catalog_followers ADD COLUMN turn bigint NOT NULL DEFAULT 0;
ALTER TABLE catalog_followers ADD COLUMN follows bigint NOT NULL DEFAULT 1;  -- 0: not any more
