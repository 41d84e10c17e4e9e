-- The numbers of the engine, each version as a whole, never changed. Version 1 is what the program ships with and has no row.
CREATE TABLE discovery_policies (       -- home: the version
    version bigint NOT NULL PRIMARY KEY,
    effective_from bigint NOT NULL,
    numbers text NOT NULL,              -- JSON: those that differ from what the program ships with
    reason text NOT NULL,
    set_by bigint NOT NULL,
    set_at bigint NOT NULL
);
