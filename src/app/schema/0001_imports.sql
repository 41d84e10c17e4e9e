-- What was imported under which name elsewhere, so that importing again updates and skips instead of doubling. Home key: source, the
-- name under which somebody's files are known here.
CREATE TABLE app_import_ids (
    source text NOT NULL,
    kind text NOT NULL,                 -- person, shop, product, note, comment, view
    name_hash bigint NOT NULL,          -- of the name in the file
    name text NOT NULL,
    id bigint NOT NULL,                 -- here
    content_hash bigint NOT NULL,       -- of the row as it was last entered
    PRIMARY KEY (source, kind, name_hash)
) @clustered;
CREATE TABLE app_import_files (         -- how far each file has been read; moves in the transaction of the rows
    source text NOT NULL,
    file text NOT NULL,
    fingerprint bigint NOT NULL,        -- of its size and its beginning: another file of that name begins at its start
    read_bytes bigint NOT NULL,
    read_lines bigint NOT NULL,
    report_bytes bigint NOT NULL,       -- how much of the report of rejected rows belongs to that
    entered bigint NOT NULL,
    updated bigint NOT NULL,
    unchanged bigint NOT NULL,
    rejected bigint NOT NULL,
    finished bigint NOT NULL,           -- 1: to its end
    at bigint NOT NULL,
    PRIMARY KEY (source, file)
) @clustered;
