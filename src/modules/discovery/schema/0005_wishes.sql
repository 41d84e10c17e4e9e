-- What a reader does not want: never shown again, or not used for the time being.
CREATE TABLE discovery_wishes (         -- home: the reader
    user_id bigint NOT NULL,
    wish text NOT NULL,                 -- hide_note, hide_author, hide_topic, pause_topic
    key bigint NOT NULL,                -- the note, the author, or the topic's list
    at bigint NOT NULL,
    PRIMARY KEY (user_id, wish, key)
) @clustered;
-- Topics as they were first written, so that a person can be told what is known of them. Derived from the notes, as the lists are.
CREATE TABLE discovery_topics (         -- home: the topic's list
    list_id bigint NOT NULL PRIMARY KEY,
    name text NOT NULL
) @clustered;
