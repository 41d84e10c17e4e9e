#include "modules/media/items/store.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/media/media.hpp"

namespace meadow::media {

const db::Sql select_pictures{"media.select_pictures", R"sql(
    SELECT media_id, kind, key, width, height, widths, colour, blurhash FROM media_items WHERE media_id IN @list($1))sql"};
std::vector<Picture> pictures(db::ReadTx& tx, const std::vector<MediaId>& ids)
{
    return ids.empty() ? std::vector<Picture>{} : tx.all<Picture>(select_pictures, ids);
}

const db::Sql count_owned{"media.count_owned", "SELECT count(*) FROM media_items WHERE owner_id = $1 AND media_id IN @list($2)"};
const db::Sql update_used{"media.use_items", "UPDATE media_items SET used = 1 WHERE owner_id = $1 AND used = 0 AND media_id IN @list($2)"};
bool use(db::Tx& tx, UserId owner, const std::vector<MediaId>& ids)
{
    if (ids.empty()) return true;
    std::vector<MediaId> distinct = ids;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    tx.put(update_used, owner, distinct);
    return tx.one<std::int64_t>(count_owned, owner, distinct) == std::int64_t(distinct.size());
}

const db::Sql select_blobs{"media.select_blobs", "SELECT DISTINCT blob FROM media_files"};
void each_blob(db::ReadTx& tx, const std::function<void(const std::string& name)>& each) { tx.each<std::string>(select_blobs, each); }

namespace store {

const db::Sql insert_item_sql{"media.insert_item", R"sql(
    INSERT INTO media_items (media_id, kind, key, width, height, widths, colour, blurhash, owner_id, duration_ms, uploaded_at, used)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql"};
void insert_item(db::Tx& tx, const Item& item, bool used)
{
    const Picture& p = item.picture;
    tx.put(insert_item_sql, p.id, p.kind, p.key, p.width, p.height, to_json(p.widths), p.colour, p.blurhash, item.owner,
           item.duration_ms, item.uploaded_at, used);
}

const db::Sql select_item{"media.select_item", R"sql(
    SELECT media_id, kind, key, width, height, widths, colour, blurhash, owner_id, duration_ms, uploaded_at
      FROM media_items WHERE media_id = $1)sql"};
std::optional<Item> find_item(db::ReadTx& tx, MediaId id) { return tx.one<Item>(select_item, id); }

const db::Sql insert_file{"media.insert_file", R"sql(
    INSERT INTO media_files (key, name, blob, content_type) VALUES ($1, $2, $3, $4)
    ON CONFLICT (key, name) DO UPDATE SET content_type = excluded.content_type)sql"};
void put_file(db::Tx& tx, std::string_view key, const File& file)
{
    tx.put(insert_file, key, file.name, file.blob, file.content_type);
}

const db::Sql select_file{"media.select_file", "SELECT name, blob, content_type FROM media_files WHERE key = $1 AND name = $2"};
std::optional<File> find_file(db::ReadTx& tx, std::string_view key, std::string_view name)
{
    return tx.one<File>(select_file, key, name);
}

const db::Sql select_files{"media.select_files", "SELECT name, blob, content_type FROM media_files WHERE key = $1 ORDER BY name"};
std::vector<File> list_files(db::ReadTx& tx, std::string_view key) { return tx.all<File>(select_files, key); }

const db::Sql select_blob{"media.select_blob", "SELECT 1 FROM media_files WHERE blob = $1 LIMIT 1"};
bool is_blob_used(db::ReadTx& tx, std::string_view blob) { return tx.one<std::int64_t>(select_blob, blob).has_value(); }

const db::Sql upsert_usage{"media.upsert_usage", R"sql(
    INSERT INTO media_usage (owner_id, day, uploads, bytes) SELECT CAST($1 AS bigint), CAST($2 AS bigint), 1, CAST($3 AS bigint)
     WHERE CAST($3 AS bigint) <= CAST($5 AS bigint) AND CAST($4 AS bigint) >= 1
    ON CONFLICT (owner_id, day) DO UPDATE SET uploads = media_usage.uploads + 1, bytes = media_usage.bytes + $3
     WHERE media_usage.uploads < $4 AND media_usage.bytes + $3 <= $5)sql"};
bool count_upload(db::Tx& tx, UserId owner, std::int64_t day, std::int64_t bytes, Quota quota)
{
    return tx.exec(upsert_usage, owner, day, bytes, quota.uploads, quota.bytes) == 1;
}

const db::Sql select_items_of{"media.select_items_of", R"sql(
    SELECT media_id, kind, key, width, height, widths, colour, blurhash, owner_id, duration_ms, uploaded_at
      FROM media_items WHERE owner_id = $1 ORDER BY media_id DESC LIMIT $2)sql"};
std::vector<Item> items_of(db::ReadTx& tx, UserId owner, std::int64_t limit) { return tx.all<Item>(select_items_of, owner, limit); }

const db::Sql update_owner{"media.disown_items", R"sql(
    UPDATE media_items SET owner_id = 0 WHERE media_id IN (
        SELECT media_id FROM media_items WHERE owner_id = $1 ORDER BY media_id LIMIT $2))sql"};
std::int64_t disown_items(db::Tx& tx, UserId owner, std::int64_t limit) { return tx.exec(update_owner, owner, limit); }

const db::Sql delete_usage_sql{"media.delete_usage", "DELETE FROM media_usage WHERE owner_id = $1"};
void delete_usage(db::Tx& tx, UserId owner) { tx.put(delete_usage_sql, owner); }

const db::Sql select_unused{"media.select_unused", R"sql(
    SELECT media_id, owner_id, key FROM media_items WHERE used = 0 AND uploaded_at < $1 ORDER BY uploaded_at, media_id LIMIT $2)sql"};
std::vector<Unused> unused_items(db::ReadTx& tx, Instant before, std::int64_t limit) { return tx.all<Unused>(select_unused, before, limit); }

const db::Sql update_one_used{"media.mark_used", "UPDATE media_items SET used = 1 WHERE media_id = $1"};
void mark_used(db::Tx& tx, MediaId id) { tx.put(update_one_used, id); }

const db::Sql delete_unused_sql{"media.delete_unused", "DELETE FROM media_items WHERE media_id = $1 AND used = 0"};
bool delete_unused(db::Tx& tx, MediaId id) { return tx.exec(delete_unused_sql, id) == 1; }

const db::Sql lock_files{"media.lock_files", "UPDATE media_files SET content_type = content_type WHERE key = $1"};
const db::Sql select_item_with{"media.select_item_with", "SELECT 1 FROM media_items WHERE key = $1 LIMIT 1"};
const db::Sql delete_files{"media.delete_files", "DELETE FROM media_files WHERE key = $1"};
void delete_files_without_item(db::Tx& tx, std::string_view key)
{
    // An upload of the same bytes touches these rows, too (insert_file): who comes first is waited for, and then seen.
    tx.exec(lock_files, key);
    if (!tx.one<std::int64_t>(select_item_with, key)) tx.exec(delete_files, key);
}

}  // namespace store
}  // namespace meadow::media
