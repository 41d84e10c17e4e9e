#include "modules/community/collects/store.hpp"

namespace meadow::community::store {

const db::Sql insert_album_sql{"community.insert_album", R"sql(
    INSERT INTO community_albums (user_id, album_id, name, open, notes, created_at) VALUES ($1, $2, $3, $4, $5, $6))sql"};
void insert_album(db::Tx& tx, const Album& a) { tx.put(insert_album_sql, a.owner, a.id, a.name, a.open, a.notes, a.created_at); }

const db::Sql select_album{"community.select_album", R"sql(
    SELECT user_id, album_id, name, open, notes, created_at FROM community_albums WHERE user_id = $1 AND album_id = $2)sql"};
std::optional<Album> find_album(db::ReadTx& tx, UserId user, AlbumId album) { return tx.one<Album>(select_album, user, album); }

const db::Sql select_albums{"community.select_albums", R"sql(
    SELECT user_id, album_id, name, open, notes, created_at FROM community_albums WHERE user_id = $1 ORDER BY album_id)sql"};
std::vector<Album> list_albums(db::ReadTx& tx, UserId user) { return tx.all<Album>(select_albums, user); }

const db::Sql update_album_sql{"community.update_album", R"sql(
    UPDATE community_albums SET name = $3, open = $4 WHERE user_id = $1 AND album_id = $2)sql"};
bool update_album(db::Tx& tx, UserId user, AlbumId album, std::string_view name, bool open)
{
    return tx.exec(update_album_sql, user, album, name, open) == 1;
}

const db::Sql delete_album_sql{"community.delete_album", "DELETE FROM community_albums WHERE user_id = $1 AND album_id = $2"};
bool delete_album(db::Tx& tx, UserId user, AlbumId album) { return tx.exec(delete_album_sql, user, album) == 1; }

const db::Sql update_album_notes{"community.update_album_notes", R"sql(
    UPDATE community_albums SET notes = notes + $3 WHERE user_id = $1 AND album_id = $2 AND notes + $3 <= $4)sql"};
const db::Sql upsert_default_album{"community.upsert_default_album", R"sql(
    INSERT INTO community_albums (user_id, album_id, name, open, notes, created_at) VALUES ($1, $1, '', 0, $2, $4)
    ON CONFLICT (user_id, album_id) DO UPDATE SET notes = community_albums.notes + $2 WHERE community_albums.notes + $2 <= $3)sql"};
bool take_room(db::Tx& tx, UserId user, AlbumId album, std::int64_t most, Instant now)
{
    if (album == default_album(user)) return tx.exec(upsert_default_album, user, 1, most, now) == 1;
    return tx.exec(update_album_notes, user, album, 1, most) == 1;
}

void count_into_default(db::Tx& tx, UserId user, std::int64_t by, Instant now) { tx.put(upsert_default_album, user, by, INT64_MAX, now); }
void count_out(db::Tx& tx, UserId user, AlbumId album, std::int64_t by) { tx.put(update_album_notes, user, album, -by, INT64_MAX); }

const db::Sql insert_collect_sql{"community.insert_collect", R"sql(
    INSERT INTO community_collects (user_id, note_id, album_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, note_id) DO NOTHING)sql"};
bool insert_collect(db::Tx& tx, UserId user, NoteId note, AlbumId album, Instant now)
{
    return tx.exec(insert_collect_sql, user, note, album, now) == 1;
}

const db::Sql delete_collect_sql{"community.delete_collect", R"sql(
    DELETE FROM community_collects WHERE user_id = $1 AND note_id = $2 RETURNING album_id)sql"};
std::optional<AlbumId> delete_collect(db::Tx& tx, UserId user, NoteId note) { return tx.one<AlbumId>(delete_collect_sql, user, note); }

const db::Sql select_collect{"community.select_collect", "SELECT album_id FROM community_collects WHERE user_id = $1 AND note_id = $2"};
std::optional<AlbumId> find_collect(db::ReadTx& tx, UserId user, NoteId note) { return tx.one<AlbumId>(select_collect, user, note); }

const db::Sql update_collect{"community.update_collect", R"sql(
    UPDATE community_collects SET album_id = $4 WHERE user_id = $1 AND note_id = $2 AND album_id = $3)sql"};
bool move_collect(db::Tx& tx, UserId user, NoteId note, AlbumId from, AlbumId to) { return tx.exec(update_collect, user, note, from, to) == 1; }

const db::Sql update_collects{"community.update_album_collects", R"sql(
    UPDATE community_collects SET album_id = $3 WHERE user_id = $1 AND album_id = $2)sql"};
std::int64_t move_collects(db::Tx& tx, UserId user, AlbumId from, AlbumId to) { return tx.exec(update_collects, user, from, to); }

const db::Sql select_collects{"community.select_collects", R"sql(
    SELECT note_id, at FROM community_collects WHERE user_id = $1 AND album_id = $2 AND (at, note_id) < ($3, $4)
     ORDER BY at DESC, note_id DESC LIMIT $5)sql"};
std::vector<CollectRow> list_collects(db::ReadTx& tx, UserId user, AlbumId album, Cursor after, std::int64_t limit)
{
    return tx.all<CollectRow>(select_collects, user, album, after.first, after.second, limit);
}

}  // namespace meadow::community::store
