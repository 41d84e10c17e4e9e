-- What people search for, without saying who: a person is a hash with a salt that is thrown away when its day is over.
CREATE TABLE discovery_queries (        -- home: the query's own number, which grows with time
    query_id bigint NOT NULL PRIMARY KEY,
    asked_at bigint NOT NULL,
    tab text NOT NULL,                  -- notes, products, users
    query text NOT NULL,                -- normalised
    person bigint NOT NULL,             -- 0: a guest
    results bigint NOT NULL             -- on the first page
);
CREATE TABLE discovery_query_people (   -- home: the query; the row is what makes a person count once a day
    query text NOT NULL,
    day bigint NOT NULL,                -- since 1970-01-01 UTC
    person bigint NOT NULL,
    PRIMARY KEY (query, day, person)
) @clustered;
CREATE TABLE discovery_query_days (     -- home: the query
    query text NOT NULL,
    day bigint NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY (query, day)
) @clustered;
CREATE INDEX discovery_query_days_people ON discovery_query_days (day, people);
CREATE TABLE discovery_salts (          -- today's and nothing older
    day bigint NOT NULL PRIMARY KEY,
    salt text NOT NULL
);
