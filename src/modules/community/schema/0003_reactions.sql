-- Home: who likes, collects or shares. What somebody did with a whole page of notes is then one read at one home; the note's counter
-- moves in the same transaction at the author's home.
CREATE TABLE community_likes (
    user_id bigint NOT NULL,
    note_id bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (user_id, note_id)
) @clustered;
CREATE TABLE community_albums (
    user_id bigint NOT NULL,
    album_id bigint NOT NULL,           -- the default album has its owner's number
    name text NOT NULL,                 -- empty: the default album
    open bigint NOT NULL,               -- 1: everybody may look into it
    notes bigint NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (user_id, album_id)
) @clustered;
CREATE TABLE community_collects (
    user_id bigint NOT NULL,
    note_id bigint NOT NULL,
    album_id bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (user_id, note_id)
) @clustered;
CREATE INDEX community_collects_album ON community_collects (user_id, album_id, at, note_id);
CREATE TABLE community_shares (
    user_id bigint NOT NULL,
    note_id bigint NOT NULL,
    day bigint NOT NULL,                -- days since 1970-01-01 UTC: a person's shares of a note count once a day
    token text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (user_id, note_id, day)
) @clustered;
CREATE TABLE community_share_links (    -- home: the token itself
    token text NOT NULL PRIMARY KEY,
    note_id bigint NOT NULL,
    user_id bigint NOT NULL,
    made_at bigint NOT NULL
) @clustered;
