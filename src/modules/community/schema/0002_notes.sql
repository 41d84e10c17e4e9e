-- A note lives at its author's home. Its address carries only the note's id, so a directory says who wrote it and who may see it now.
CREATE TABLE community_note_homes (
    note_id bigint NOT NULL PRIMARY KEY,
    author_id bigint NOT NULL,
    audience text NOT NULL,             -- everybody, friends, author, nobody; moves in the transaction that moves the note
    version bigint NOT NULL
) @clustered;
CREATE TABLE community_notes (
    author_id bigint NOT NULL,
    note_id bigint NOT NULL,
    state text NOT NULL,                -- draft, scheduled, published, hidden, deleted
    visibility text NOT NULL,           -- public, friends, only_me: what the author wants
    title text NOT NULL,
    text text NOT NULL,
    tags text NOT NULL,                 -- JSON: #topics and @mentions with their places in the text
    media text NOT NULL,                -- JSON: ids, the first is the cover
    products text NOT NULL,             -- JSON: ids of the pinned products
    place text NOT NULL,                -- empty: none
    latitude double precision,
    longitude double precision,
    disclosed_by_rule bigint NOT NULL,  -- 1: a pinned link pays the author, or leads into the author's own shop
    disclosed_by_author bigint NOT NULL,
    version bigint NOT NULL,            -- counts the saves
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,             -- scheduled: when to publish
    published_at bigint NOT NULL,       -- 0: not yet
    edited_at bigint NOT NULL,          -- after publishing; 0: never
    PRIMARY KEY (author_id, note_id)
);
CREATE INDEX community_notes_state ON community_notes (author_id, state, note_id, visibility);
CREATE TABLE community_note_counts (    -- exact: each moves in the transaction of the row it counts
    author_id bigint NOT NULL,
    note_id bigint NOT NULL,
    likes bigint NOT NULL,
    collects bigint NOT NULL,
    comments bigint NOT NULL,
    shares bigint NOT NULL,
    views bigint NOT NULL,
    reads bigint NOT NULL,              -- views that went on to the end
    PRIMARY KEY (author_id, note_id)
) @clustered;
CREATE TABLE community_note_edits (     -- what a published note said before each edit
    author_id bigint NOT NULL,
    note_id bigint NOT NULL,
    version bigint NOT NULL,
    said text NOT NULL,                 -- JSON
    replaced_at bigint NOT NULL,
    PRIMARY KEY (author_id, note_id, version)
) @clustered;
CREATE TABLE community_note_moves (
    author_id bigint NOT NULL,
    note_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_user bigint NOT NULL,            -- 0: by time
    reason text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (author_id, note_id, move_id)
) @clustered;
CREATE TABLE community_pins (           -- home: the product. Which notes to look at when a product changes
    product_id bigint NOT NULL,
    note_id bigint NOT NULL,
    author_id bigint NOT NULL,
    PRIMARY KEY (product_id, note_id)
) @clustered;
