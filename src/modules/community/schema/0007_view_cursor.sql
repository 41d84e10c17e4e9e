-- How far views have been counted. Moves in the transaction that moves the counters, so no view counts twice and none is lost.
CREATE TABLE community_view_cursor (
    id bigint NOT NULL PRIMARY KEY,
    xid bigint NOT NULL,
    seq bigint NOT NULL
);
INSERT INTO community_view_cursor (id, xid, seq) VALUES (1, 0, 0);
