-- What is left of served pages and answers once they are forgotten: sums that name no reader. Made from the diary day by day.
CREATE TABLE discovery_exposure_days (  -- home: the day
    day bigint NOT NULL,                -- since 1970-01-01 UTC
    surface text NOT NULL,
    source text NOT NULL,               -- why the notes were there; empty where nothing was served
    slot bigint NOT NULL,               -- 1: the first of its page; 0 where nothing was served
    policy bigint NOT NULL,
    shown bigint NOT NULL,              -- to readers who are known; everything from here to hides is counted once an impression
    guests bigint NOT NULL,             -- times shown to somebody nobody knows, whose answers nobody hears
    opened bigint NOT NULL,
    answered bigint NOT NULL,           -- more than opened: liked, collected, …
    likes bigint NOT NULL,
    collects bigint NOT NULL,
    comments bigint NOT NULL,
    shares bigint NOT NULL,
    follows bigint NOT NULL,
    carts bigint NOT NULL,
    orders bigint NOT NULL,
    hides bigint NOT NULL,
    expected bigint NOT NULL,           -- millionths: opens of an average note in the same places
    weight bigint NOT NULL,             -- millionths: Σ 1 / propensity of the random slice
    weighted_opens bigint NOT NULL,     -- millionths: the same of those that were opened
    PRIMARY KEY (day, surface, source, slot, policy)
) @clustered;
CREATE TABLE discovery_exposure_notes ( -- home: the note
    note_id bigint NOT NULL,
    day bigint NOT NULL,
    shown bigint NOT NULL,
    guests bigint NOT NULL,
    opened bigint NOT NULL,
    answered bigint NOT NULL,
    PRIMARY KEY (note_id, day)
) @clustered;
CREATE INDEX discovery_exposure_notes_day ON discovery_exposure_notes (day);
-- How alike one reader's answers are, without the readers: sums over them of squares of what each was shown and opened that day.
CREATE TABLE discovery_exposure_readers (  -- home: the day
    day bigint NOT NULL,
    surface text NOT NULL,
    readers bigint NOT NULL,
    shown bigint NOT NULL,
    opened bigint NOT NULL,
    shown_shown bigint NOT NULL,
    shown_opened bigint NOT NULL,
    opened_opened bigint NOT NULL,
    PRIMARY KEY (day, surface)
) @clustered;
-- How far that has come. Moves in the transaction that writes the sums, so nothing counts twice.
CREATE TABLE discovery_exposure_cursor (
    id bigint NOT NULL PRIMARY KEY,
    day bigint NOT NULL,                -- being made, or next
    from_xid bigint NOT NULL,           -- what it is made from stands in the diary after this place
    from_seq bigint NOT NULL,
    until_xid bigint NOT NULL,          -- and up to this one
    until_seq bigint NOT NULL,
    next_xid bigint NOT NULL,           -- where the next day begins
    next_seq bigint NOT NULL,
    shares bigint NOT NULL,             -- of readers, made one after the other; 0: not begun
    share bigint NOT NULL,              -- being made
    written bigint NOT NULL             -- rows of it
);
INSERT INTO discovery_exposure_cursor VALUES (1, 0, -4611686018427387904, 0, 0, 0, 0, 0, 0, 0, 0);
