#include "app/import/store.hpp"

namespace meadow::app::store {

const db::Sql select_names{"app.select_import_names", R"sql(
    SELECT name_hash, name, id, content_hash FROM app_import_ids WHERE source = $1 AND kind = $2 AND name_hash IN @list($3))sql"};
std::vector<KnownName> find_names(db::ReadTx& tx, std::string_view source, Kind kind, const std::vector<std::int64_t>& hashes)
{
    return hashes.empty() ? std::vector<KnownName>{} : tx.all<KnownName>(select_names, source, kind, hashes);
}

const db::Sql insert_name_sql{"app.insert_import_name", R"sql(
    INSERT INTO app_import_ids (source, kind, name_hash, name, id, content_hash) VALUES ($1, $2, $3, $4, $5, $6))sql"};
void insert_name(db::Tx& tx, std::string_view source, Kind kind, const KnownName& n)
{
    tx.put(insert_name_sql, source, kind, n.name_hash, n.name, n.id, n.content_hash);
}

const db::Sql update_content_hash{"app.update_import_content", R"sql(
    UPDATE app_import_ids SET content_hash = $4 WHERE source = $1 AND kind = $2 AND name_hash = $3)sql"};
void set_content_hash(db::Tx& tx, std::string_view source, Kind kind, std::int64_t name_hash, std::int64_t content_hash)
{
    tx.put(update_content_hash, source, kind, name_hash, content_hash);
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
