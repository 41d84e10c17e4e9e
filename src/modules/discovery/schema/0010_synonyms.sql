-- What else things are called: by operators, learned from clicks and titles. Beside the built-in list (src/text/seed_synonyms.txt).
CREATE TABLE discovery_synonyms (       -- home: the words; either of the pair finds the other
    words text NOT NULL,                -- normalised; the smaller of the two
    other text NOT NULL,                -- normalised
    source text NOT NULL,               -- operator, titles, clicks
    state text NOT NULL,                -- active, refused (and not learned again)
    by_id bigint NOT NULL,              -- 0: learned
    changed_at bigint NOT NULL,
    PRIMARY KEY (words, other)
) @clustered;
