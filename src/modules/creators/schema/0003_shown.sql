-- How often Discover has shown a note: at the shops' homes by product, at the author's by note.
ALTER TABLE creators_note_sales ADD COLUMN shown bigint NOT NULL DEFAULT 0;
CREATE TABLE creators_reach (           -- home: the author
    author_id bigint NOT NULL,
    note_id bigint NOT NULL,
    shown bigint NOT NULL,
    PRIMARY KEY (author_id, note_id)
) @clustered;
