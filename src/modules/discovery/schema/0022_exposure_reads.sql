-- Impressions whose reader stayed to read.
ALTER TABLE discovery_exposure_days ADD COLUMN reads bigint NOT NULL DEFAULT 0;
