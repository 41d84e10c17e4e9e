-- Home key: media_id for items, the content's key for files (both are only ever looked up by it), owner_id for usage.
CREATE TABLE media_items (
    media_id bigint NOT NULL PRIMARY KEY,
    owner_id bigint NOT NULL,
    kind text NOT NULL,                 -- image, video
    key text NOT NULL,                  -- of its files; the same upload by two people has one key and two items
    width bigint NOT NULL,
    height bigint NOT NULL,
    widths text NOT NULL,               -- JSON list: the sizes the picture (of a video: its cover) is kept in
    colour text NOT NULL,
    blurhash text NOT NULL,
    duration_ms bigint NOT NULL,        -- 0 for pictures
    uploaded_at bigint NOT NULL
);
CREATE TABLE media_files (
    key text NOT NULL,
    name text NOT NULL,                 -- 480.webp, video.mp4
    blob text NOT NULL,                 -- the name in blobs::Store
    content_type text NOT NULL,
    PRIMARY KEY (key, name)
) @clustered;
CREATE INDEX media_files_blob ON media_files (blob);
CREATE TABLE media_usage (              -- what somebody has uploaded on one day (UTC)
    owner_id bigint NOT NULL,
    day bigint NOT NULL,                -- since 1970
    uploads bigint NOT NULL,
    bytes bigint NOT NULL,
    PRIMARY KEY (owner_id, day)
) @clustered;
