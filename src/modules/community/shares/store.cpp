#include "modules/community/shares/store.hpp"

namespace meadow::community::store {

const db::Sql insert_share_sql{"community.insert_share", R"sql(
    INSERT INTO community_shares (user_id, note_id, day, token, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (user_id, note_id, day) DO NOTHING)sql"};
bool insert_share(db::Tx& tx, UserId user, NoteId note, std::int64_t day, std::string_view token, Instant now)
{
    return tx.exec(insert_share_sql, user, note, day, token, now) == 1;
}

const db::Sql select_share{"community.select_share", R"sql(
    SELECT token FROM community_shares WHERE user_id = $1 AND note_id = $2 AND day = $3)sql"};
std::optional<std::string> find_share(db::ReadTx& tx, UserId user, NoteId note, std::int64_t day)
{
    return tx.one<std::string>(select_share, user, note, day);
}

const db::Sql insert_link{"community.insert_share_link", R"sql(
    INSERT INTO community_share_links (token, note_id, user_id, made_at) VALUES ($1, $2, $3, $4))sql"};
void insert_share_link(db::Tx& tx, std::string_view token, const ShareLink& link, Instant now)
{
    tx.put(insert_link, token, link.note, link.sharer, now);
}

const db::Sql select_link{"community.select_share_link", "SELECT note_id, user_id FROM community_share_links WHERE token = $1"};
std::optional<ShareLink> find_share_link(db::ReadTx& tx, std::string_view token) { return tx.one<ShareLink>(select_link, token); }

}  // namespace meadow::community::store
