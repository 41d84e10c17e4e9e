-- How far the diary's pages have been told as NotesShown. Moves in the transaction that tells them, so each page is told once.
CREATE TABLE discovery_shown_cursor (
    id bigint NOT NULL PRIMARY KEY,
    xid bigint NOT NULL,
    seq bigint NOT NULL
);
INSERT INTO discovery_shown_cursor (id, xid, seq) VALUES (1, 0, 0);
