#include "modules/discovery/lists/store.hpp"

namespace meadow::discovery::store {

const db::Sql select_placed{"discovery.select_placed", "SELECT author_id, published_at, lists, cells FROM discovery_notes WHERE note_id = $1"};
std::optional<Placed> find_placed(db::ReadTx& tx, NoteId note) { return tx.one<Placed>(select_placed, note); }

const db::Sql insert_entry{"discovery.insert_entry", R"sql(
    INSERT INTO discovery_entries (list_id, published_at, note_id, author_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT (list_id, published_at, note_id) DO NOTHING)sql"};
const db::Sql insert_spot{"discovery.insert_spot", R"sql(
    INSERT INTO discovery_spots (cell_id, published_at, note_id, author_id, latitude, longitude) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (cell_id, published_at, note_id) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude)sql"};
const db::Sql upsert_placed{"discovery.upsert_placed", R"sql(
    INSERT INTO discovery_notes (note_id, author_id, published_at, lists, cells) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (note_id) DO UPDATE SET published_at = excluded.published_at, lists = excluded.lists, cells = excluded.cells)sql"};
void put_placing(db::Tx& tx, const Placing& p)
{
    for (const ListId list : p.lists) tx.put(insert_entry, list, p.published_at, p.note, p.author);
    for (const CellId cell : p.cells) tx.put(insert_spot, cell, p.published_at, p.note, p.author, p.latitude, p.longitude);
    tx.put(upsert_placed, p.note, p.author, p.published_at, to_json(p.lists), to_json(p.cells));
}

const db::Sql delete_entry{"discovery.delete_entry", "DELETE FROM discovery_entries WHERE list_id = $1 AND published_at = $2 AND note_id = $3"};
void remove_entry(db::Tx& tx, ListId list, Instant published_at, NoteId note) { tx.put(delete_entry, list, published_at, note); }

const db::Sql delete_spot{"discovery.delete_spot", "DELETE FROM discovery_spots WHERE cell_id = $1 AND published_at = $2 AND note_id = $3"};
void remove_spot(db::Tx& tx, CellId cell, Instant published_at, NoteId note) { tx.put(delete_spot, cell, published_at, note); }

const db::Sql select_placed_after{"discovery.select_placed_after",
                                  "SELECT note_id, author_id FROM discovery_notes WHERE note_id > $1 ORDER BY note_id LIMIT $2"};
std::vector<Written> placed_after(db::ReadTx& tx, NoteId after, std::int64_t limit) { return tx.all<Written>(select_placed_after, after, limit); }

const db::Sql delete_placed{"discovery.delete_placed", "DELETE FROM discovery_notes WHERE note_id = $1"};
void forget_placed(db::Tx& tx, NoteId note) { tx.put(delete_placed, note); }

const db::Sql select_entries{"discovery.select_entries", R"sql(
    SELECT published_at, note_id, author_id FROM discovery_entries WHERE list_id = $1 AND (published_at, note_id) < ($2, $3)
     ORDER BY published_at DESC, note_id DESC LIMIT $4)sql"};
// Without the comparison, which costs as much as the row.
const db::Sql select_first_entries{"discovery.select_first_entries", R"sql(
    SELECT published_at, note_id, author_id FROM discovery_entries WHERE list_id = $1 ORDER BY published_at DESC, note_id DESC LIMIT $2)sql"};
std::vector<Entry> entries(db::ReadTx& tx, ListId list, Cursor after, std::int64_t limit)
{
    if (after.first == Cursor{}.first) return tx.all<Entry>(select_first_entries, list, limit);
    return tx.all<Entry>(select_entries, list, after.first, after.second, limit);
}

const db::Sql select_entries_of{"discovery.select_entries_of", R"sql(
    SELECT published_at, note_id, author_id FROM discovery_entries
     WHERE list_id IN @list($1) AND published_at >= $4 AND (published_at, note_id) < ($2, $3)
     ORDER BY published_at DESC, note_id DESC LIMIT $5)sql"};
std::vector<Entry> entries_of(db::ReadTx& tx, const std::vector<ListId>& lists, Cursor after, Instant since, std::int64_t limit)
{
    return lists.empty() ? std::vector<Entry>{} : tx.all<Entry>(select_entries_of, lists, after.first, after.second, since, limit);
}

const db::Sql select_spots{"discovery.select_spots", R"sql(
    SELECT published_at, note_id, author_id, latitude, longitude FROM discovery_spots WHERE cell_id = $1
     ORDER BY published_at DESC, note_id DESC LIMIT $2)sql"};
std::vector<Spot> spots(db::ReadTx& tx, CellId cell, std::int64_t limit) { return tx.all<Spot>(select_spots, cell, limit); }

}  // namespace meadow::discovery::store
