-- What people chose among the products they found, without saying who: the person is the day's hash, as for queries.
CREATE TABLE discovery_query_clicks (   -- home: the query
    query text NOT NULL,                -- normalised
    product_id bigint NOT NULL,
    day bigint NOT NULL,                -- since 1970-01-01 UTC
    person bigint NOT NULL,
    PRIMARY KEY (query, product_id, day, person)
) @clustered;
CREATE INDEX discovery_query_clicks_day ON discovery_query_clicks (day);
