#include "app/import/store.hpp"

#include "db/many_rows.hpp"

namespace meadow::app::store {
namespace {

struct PerhapsKnown {
    std::int64_t name_hash = 0;
    std::optional<std::string> name;
    std::optional<std::int64_t> id, content_hash;
};
BOOST_DESCRIBE_STRUCT(PerhapsKnown, (), (name_hash, name, id, content_hash))

}  // namespace

// Each by its own: taken together, PostgreSQL rather reads all names of the kind, whose number it thinks small.
const db::Sql select_names{"app.select_import_names", R"sql(
    SELECT given.name_hash,
           (SELECT n.name FROM app_import_ids n WHERE n.source = $1 AND n.kind = $2 AND n.name_hash = given.name_hash),
           (SELECT n.id FROM app_import_ids n WHERE n.source = $1 AND n.kind = $2 AND n.name_hash = given.name_hash),
           (SELECT n.content_hash FROM app_import_ids n WHERE n.source = $1 AND n.kind = $2 AND n.name_hash = given.name_hash)
      FROM @rows($3, name_hash bigint))sql"};
std::vector<KnownName> find_names(db::ReadTx& tx, std::string_view source, Kind kind, const std::vector<NameHash>& hashes)
{
    std::vector<KnownName> out;
    if (hashes.empty()) return out;
    tx.each<PerhapsKnown>(select_names, [&](PerhapsKnown&& found) {
        if (found.id) out.push_back({found.name_hash, std::move(*found.name), *found.id, *found.content_hash});
    }, source, kind, db::many(hashes));
    return out;
}

const db::Sql insert_names_sql{"app.insert_import_names", R"sql(
    INSERT INTO app_import_ids (source, kind, name_hash, name, id, content_hash)
    SELECT CAST($1 AS text), CAST($2 AS text), name_hash, name, id, content_hash
      FROM @rows($3, name_hash bigint, name text, id bigint, content_hash bigint))sql"};
void insert_names(db::Tx& tx, std::string_view source, Kind kind, const std::vector<KnownName>& names)
{
    if (!names.empty()) tx.put(insert_names_sql, source, kind, db::many(names));
}

const db::Sql insert_fresh_names_sql{"app.insert_fresh_import_names", R"sql(
    INSERT INTO app_import_ids (source, kind, name_hash, name, id, content_hash)
    SELECT CAST($1 AS text), CAST($2 AS text), name_hash, name, id, content_hash
      FROM @rows($3, name_hash bigint, name text, id bigint, content_hash bigint)
     WHERE 1 = 1 ON CONFLICT (source, kind, name_hash) DO NOTHING RETURNING name_hash)sql"};
std::vector<std::int64_t> insert_fresh_names(db::Tx& tx, std::string_view source, Kind kind, const std::vector<KnownName>& names)
{
    return names.empty() ? std::vector<std::int64_t>{} : tx.all<std::int64_t>(insert_fresh_names_sql, source, kind, db::many(names));
}

const db::Sql update_content_hash{"app.update_import_content", R"sql(
    UPDATE app_import_ids SET content_hash = $4 WHERE source = $1 AND kind = $2 AND name_hash = $3)sql"};
void set_content_hash(db::Tx& tx, std::string_view source, Kind kind, std::int64_t name_hash, std::int64_t content_hash)
{
    tx.put(update_content_hash, source, kind, name_hash, content_hash);
}

// Only those that have doubled: an empty one that was measured is taken for empty as long.
constexpr std::string_view measure_grown = R"sql(
    DO $$ DECLARE grown regclass; BEGIN
        FOR grown IN SELECT relid FROM pg_stat_user_tables WHERE schemaname = current_schema() AND n_mod_since_analyze > 500 + n_live_tup / 2
        LOOP EXECUTE 'ANALYZE ' || grown; END LOOP;
    END $$)sql";
void measure_tables(db::Tx& tx)
{
    if (tx.engine() == db::Engine::postgres) tx.connection().script(measure_grown);
}

const db::Sql select_file{"app.select_import_file", R"sql(
    SELECT fingerprint, read_bytes, read_lines, report_bytes, entered, updated, unchanged, rejected, finished, at
      FROM app_import_files WHERE source = $1 AND file = $2)sql"};
std::optional<ReadFile> find_file(db::ReadTx& tx, std::string_view source, std::string_view file)
{
    return tx.one<ReadFile>(select_file, source, file);
}

const db::Sql upsert_file{"app.upsert_import_file", R"sql(
    INSERT INTO app_import_files (source, file, fingerprint, read_bytes, read_lines, report_bytes, entered, updated, unchanged, rejected, finished, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (source, file) DO UPDATE SET fingerprint = excluded.fingerprint, read_bytes = excluded.read_bytes,
        read_lines = excluded.read_lines, report_bytes = excluded.report_bytes, entered = excluded.entered, updated = excluded.updated,
        unchanged = excluded.unchanged, rejected = excluded.rejected, finished = excluded.finished, at = excluded.at)sql"};
void put_file(db::Tx& tx, std::string_view source, std::string_view file, const ReadFile& f)
{
    tx.put(upsert_file, source, file, f.fingerprint, f.read_bytes, f.read_lines, f.report_bytes, f.entered, f.updated, f.unchanged, f.rejected,
           f.finished, f.at);
}

}  // namespace meadow::app::store
