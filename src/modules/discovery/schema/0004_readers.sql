-- What a reader decided about their own feed. Without a row all is as it is for everybody.
CREATE TABLE discovery_readers (        -- home: the reader
    user_id bigint NOT NULL PRIMARY KEY,
    personal bigint NOT NULL,           -- 0: pages are made as for somebody nobody knows
    topics text NOT NULL                -- JSON: the topics they named
) @clustered;
