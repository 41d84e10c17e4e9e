-- Derived: made from community's notes on hearing their news, and made again from them when lost.
CREATE TABLE discovery_entries (        -- home: the list (latest, or the notes of a topic, author, product or shop)
    list_id bigint NOT NULL,
    published_at bigint NOT NULL,
    note_id bigint NOT NULL,
    author_id bigint NOT NULL,
    PRIMARY KEY (list_id, published_at, note_id)
) @clustered;
CREATE TABLE discovery_spots (          -- home: a cell of the map; a note with a place stands in one cell of each size
    cell_id bigint NOT NULL,
    published_at bigint NOT NULL,
    note_id bigint NOT NULL,
    author_id bigint NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    PRIMARY KEY (cell_id, published_at, note_id)
) @clustered;
CREATE TABLE discovery_notes (          -- home: the note; what it stands on, so that it can be taken off again
    note_id bigint NOT NULL PRIMARY KEY,
    author_id bigint NOT NULL,
    published_at bigint NOT NULL,
    lists text NOT NULL,                -- JSON: ids
    cells text NOT NULL                 -- JSON: ids
) @clustered;
