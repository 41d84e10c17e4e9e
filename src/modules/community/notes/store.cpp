#include "modules/community/notes/store.hpp"

#include "base/json.hpp"

namespace meadow::community::store {

const db::Sql insert_note_home{"community.insert_note_home", R"sql(
    INSERT INTO community_note_homes (note_id, author_id, audience, version) VALUES ($1, $2, $3, $4))sql"};
const db::Sql insert_note_sql{"community.insert_note", R"sql(
    INSERT INTO community_notes (author_id, note_id, state, visibility, title, text, tags, media, products, place, latitude, longitude,
                                 disclosed_by_rule, disclosed_by_author, version, created_at, due_at, published_at, edited_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19))sql"};
const db::Sql insert_note_counts{"community.insert_note_counts", R"sql(
    INSERT INTO community_note_counts (author_id, note_id, likes, collects, comments, shares, views, reads)
    VALUES ($1, $2, 0, 0, 0, 0, 0, 0))sql"};
const db::Sql insert_pin{"community.insert_pin", R"sql(
    INSERT INTO community_pins (product_id, note_id, author_id) VALUES ($1, $2, $3) ON CONFLICT (product_id, note_id) DO NOTHING)sql"};
const db::Sql delete_pin{"community.delete_pin", "DELETE FROM community_pins WHERE product_id = $1 AND note_id = $2"};

void insert_note(db::Tx& tx, const Note& n)
{
    tx.put(insert_note_home, n.id, n.author, n.audience(), n.version);
    tx.put(insert_note_sql, n.author, n.id, n.state, n.visibility, n.title, n.text, to_json(n.tags), to_json(n.media), to_json(n.products), n.place,
           n.latitude, n.longitude, n.disclosed_by_rule, n.disclosed_by_author, n.version, n.created_at, n.due_at, n.published_at, n.edited_at);
    tx.put(insert_note_counts, n.author, n.id);
    for (const ProductId product : n.products) tx.put(insert_pin, product, n.id, n.author);
}

const db::Sql select_home{"community.select_note_home", "SELECT author_id, audience, version FROM community_note_homes WHERE note_id = $1"};
std::optional<NoteHome> find_home(db::ReadTx& tx, NoteId note) { return tx.one<NoteHome>(select_home, note); }

const db::Sql select_counted_home{"community.select_counted_home", R"sql(
    SELECT h.author_id, h.audience, h.version, c.likes, c.collects, c.comments, c.shares, c.views, c.reads
      FROM community_note_homes h JOIN community_note_counts c ON c.author_id = h.author_id AND c.note_id = h.note_id
     WHERE h.note_id = $1)sql"};
std::optional<CountedHome> find_counted_home(db::ReadTx& tx, NoteId note) { return tx.one<CountedHome>(select_counted_home, note); }

const db::Sql select_homes{"community.select_note_homes", "SELECT note_id, author_id, audience FROM community_note_homes WHERE note_id IN @list($1)"};
std::vector<HomeOf> find_homes(db::ReadTx& tx, const std::vector<NoteId>& notes)
{
    return notes.empty() ? std::vector<HomeOf>{} : tx.all<HomeOf>(select_homes, notes);
}

const db::Sql select_note{"community.select_note", R"sql(
    SELECT author_id, note_id, state, visibility, title, text, tags, media, products, place, latitude, longitude, disclosed_by_rule,
           disclosed_by_author, version, created_at, due_at, published_at, edited_at
      FROM community_notes WHERE author_id = $1 AND note_id = $2)sql"};
std::optional<Note> find_note(db::ReadTx& tx, UserId author, NoteId note) { return tx.one<Note>(select_note, author, note); }

const db::Sql select_many{"community.select_notes", R"sql(
    SELECT n.author_id, n.note_id, n.state, n.visibility, n.title, n.text, n.tags, n.media, n.products, n.place, n.latitude, n.longitude,
           n.disclosed_by_rule, n.disclosed_by_author, n.version, n.created_at, n.due_at, n.published_at, n.edited_at,
           c.likes, c.collects, c.comments, c.shares, c.views, c.reads
      FROM community_note_homes h
      JOIN community_notes n ON n.author_id = h.author_id AND n.note_id = h.note_id
      JOIN community_note_counts c ON c.author_id = h.author_id AND c.note_id = h.note_id
     WHERE h.note_id IN @list($1))sql"};
std::vector<CountedNote> find_many(db::ReadTx& tx, const std::vector<NoteId>& notes)
{
    return notes.empty() ? std::vector<CountedNote>{} : tx.all<CountedNote>(select_many, notes);
}

const db::Sql select_public_after{"community.select_public_after", R"sql(
    SELECT n.author_id, n.note_id, n.state, n.visibility, n.title, n.text, n.tags, n.media, n.products, n.place, n.latitude, n.longitude,
           n.disclosed_by_rule, n.disclosed_by_author, n.version, n.created_at, n.due_at, n.published_at, n.edited_at,
           c.likes, c.collects, c.comments, c.shares, c.views, c.reads
      FROM (SELECT note_id, author_id FROM community_note_homes
             WHERE note_id > $1 AND audience = 'everybody' ORDER BY note_id LIMIT $2) h
      JOIN community_notes n ON n.author_id = h.author_id AND n.note_id = h.note_id
      JOIN community_note_counts c ON c.author_id = h.author_id AND c.note_id = h.note_id
     ORDER BY h.note_id)sql"};
std::vector<CountedNote> public_after(db::ReadTx& tx, NoteId after, std::int64_t limit)
{
    return tx.all<CountedNote>(select_public_after, after, limit);
}

const db::Sql select_own{"community.select_own_notes", R"sql(
    SELECT n.author_id, n.note_id, n.state, n.visibility, n.title, n.text, n.tags, n.media, n.products, n.place, n.latitude, n.longitude,
           n.disclosed_by_rule, n.disclosed_by_author, n.version, n.created_at, n.due_at, n.published_at, n.edited_at,
           c.likes, c.collects, c.comments, c.shares, c.views, c.reads
      FROM community_notes n JOIN community_note_counts c ON c.author_id = n.author_id AND c.note_id = n.note_id
     WHERE n.author_id = $1 AND n.state <> 'deleted' AND n.note_id < $2 ORDER BY n.note_id DESC LIMIT $3)sql"};
const db::Sql select_own_in_state{"community.select_own_notes_in_state", R"sql(
    SELECT n.author_id, n.note_id, n.state, n.visibility, n.title, n.text, n.tags, n.media, n.products, n.place, n.latitude, n.longitude,
           n.disclosed_by_rule, n.disclosed_by_author, n.version, n.created_at, n.due_at, n.published_at, n.edited_at,
           c.likes, c.collects, c.comments, c.shares, c.views, c.reads
      FROM community_notes n JOIN community_note_counts c ON c.author_id = n.author_id AND c.note_id = n.note_id
     WHERE n.author_id = $1 AND n.state = $4 AND n.note_id < $2 ORDER BY n.note_id DESC LIMIT $3)sql"};
std::vector<CountedNote> list_own(db::ReadTx& tx, UserId author, std::optional<NoteState> state, NoteId before, std::int64_t limit)
{
    if (state) return tx.all<CountedNote>(select_own_in_state, author, before, limit, *state);
    return tx.all<CountedNote>(select_own, author, before, limit);
}

const db::Sql select_public_count{"community.select_public_count", R"sql(
    SELECT COUNT(*) FROM community_notes WHERE author_id = $1 AND state = 'published' AND visibility = 'public')sql"};
std::int64_t count_public(db::ReadTx& tx, UserId author) { return tx.one<std::int64_t>(select_public_count, author).value_or(0); }

const db::Sql select_state_count{"community.select_state_count", "SELECT COUNT(*) FROM community_notes WHERE author_id = $1 AND state = $2"};
std::int64_t count_in_state(db::ReadTx& tx, UserId author, NoteState state)
{
    return tx.one<std::int64_t>(select_state_count, author, state).value_or(0);
}

const db::Sql update_content{"community.update_note_content", R"sql(
    UPDATE community_notes SET title = $5, text = $6, tags = $7, media = $8, products = $9, place = $10, latitude = $11, longitude = $12,
           disclosed_by_rule = $13, disclosed_by_author = $14, visibility = $15, edited_at = $16, version = version + 1
     WHERE author_id = $1 AND note_id = $2 AND state = $3 AND version = $4)sql"};
const db::Sql update_home{"community.update_note_home", "UPDATE community_note_homes SET audience = $2, version = $3 WHERE note_id = $1"};
bool replace_content(db::Tx& tx, const Note& before, const Note& after, std::int64_t expected)
{
    if (tx.exec(update_content, after.author, after.id, before.state, expected, after.title, after.text, to_json(after.tags), to_json(after.media),
                to_json(after.products), after.place, after.latitude, after.longitude, after.disclosed_by_rule, after.disclosed_by_author,
                after.visibility, after.edited_at) != 1)
        return false;
    tx.put(update_home, after.id, after.audience(), expected + 1);
    for (const ProductId product : before.products) tx.put(delete_pin, product, after.id);
    for (const ProductId product : after.products) tx.put(insert_pin, product, after.id, after.author);
    return true;
}

const db::Sql update_state{"community.update_note_state", R"sql(
    UPDATE community_notes SET state = $4, due_at = $5, published_at = $6, version = version + 1
     WHERE author_id = $1 AND note_id = $2 AND state = $3 AND version = $7)sql"};
bool move_note(db::Tx& tx, const Note& after, NoteState from)
{
    if (tx.exec(update_state, after.author, after.id, from, after.state, after.due_at, after.published_at, after.version) != 1) return false;
    tx.put(update_home, after.id, after.audience(), after.version + 1);
    if (after.state == NoteState::deleted)
        for (const ProductId product : after.products) tx.put(delete_pin, product, after.id);
    return true;
}

const db::Sql update_rule_disclosure{"community.update_rule_disclosure", R"sql(
    UPDATE community_notes SET disclosed_by_rule = $3, version = version + 1
     WHERE author_id = $1 AND note_id = $2 AND disclosed_by_rule <> $3)sql"};
const db::Sql update_home_version{"community.update_note_home_version", R"sql(
    UPDATE community_note_homes SET version = version + 1 WHERE note_id = $1)sql"};
bool set_rule_disclosure(db::Tx& tx, UserId author, NoteId note, bool disclosed)
{
    if (tx.exec(update_rule_disclosure, author, note, disclosed) != 1) return false;
    tx.put(update_home_version, note);
    return true;
}

const db::Sql insert_move{"community.insert_note_move", R"sql(
    INSERT INTO community_note_moves (author_id, note_id, move_id, from_state, to_state, by_user, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void append_move(db::Tx& tx, const NoteMoveRow& m) { tx.put(insert_move, m.author, m.note, m.id, m.from, m.to, m.by, m.reason, m.at); }

const db::Sql insert_edit{"community.insert_note_edit", R"sql(
    INSERT INTO community_note_edits (author_id, note_id, version, said, replaced_at) VALUES ($1, $2, $3, $4, $5))sql"};
void append_edit(db::Tx& tx, UserId author, NoteId note, const NoteEdit& e) { tx.put(insert_edit, author, note, e.version, e.said, e.replaced_at); }

const db::Sql select_edits{"community.select_note_edits", R"sql(
    SELECT version, said, replaced_at FROM community_note_edits
     WHERE author_id = $1 AND note_id = $2 AND version < $3 ORDER BY version DESC LIMIT $4)sql"};
std::vector<NoteEdit> list_edits(db::ReadTx& tx, UserId author, NoteId note, std::int64_t before, std::int64_t limit)
{
    return tx.all<NoteEdit>(select_edits, author, note, before, limit);
}

const db::Sql select_pins{"community.select_pins", R"sql(
    SELECT note_id, author_id FROM community_pins WHERE product_id = $1 AND note_id > $2 ORDER BY note_id LIMIT $3)sql"};
std::vector<Pin> list_pins(db::ReadTx& tx, ProductId product, NoteId after, std::int64_t limit)
{
    return tx.all<Pin>(select_pins, product, after, limit);
}

}  // namespace meadow::community::store
