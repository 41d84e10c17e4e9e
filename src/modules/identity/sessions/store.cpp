#include "modules/identity/sessions/store.hpp"

#include "modules/identity/identity.hpp"

namespace meadow::identity {
namespace {

struct Holder {
    SessionId session;
    std::uint32_t roles;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (session, roles))

}  // namespace

const db::Sql select_holder{"identity.select_holder", R"sql(
    SELECT s.session_id, u.roles FROM identity_sessions s JOIN identity_users u ON u.user_id = s.user_id
     WHERE s.user_id = $1 AND s.token_hash = $2 AND s.expires_at > $3 AND u.state = 'active')sql"};
Who identify(db::ReadTx& tx, std::string_view token, Instant now)
{
    const auto parsed = parse_token(token);
    if (!parsed) return {};
    const auto holder = tx.one<Holder>(select_holder, parsed->user, parsed->hash, now);
    return holder ? Who{parsed->user, holder->session, holder->roles} : Who{};
}

namespace store {

const db::Sql insert_session_sql{"identity.insert_session", R"sql(
    INSERT INTO identity_sessions (user_id, token_hash, session_id, device, address, opened_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
void insert_session(db::Tx& tx, const Session& s)
{
    tx.put(insert_session_sql, s.user, s.token_hash, s.id, s.device, s.address, s.opened_at, s.expires_at);
}

const db::Sql select_sessions{"identity.select_sessions", R"sql(
    SELECT user_id, token_hash, session_id, device, address, opened_at, expires_at FROM identity_sessions
     WHERE user_id = $1 AND expires_at > $2 ORDER BY session_id DESC LIMIT 100)sql"};
std::vector<Session> list_sessions(db::ReadTx& tx, UserId user, Instant now) { return tx.all<Session>(select_sessions, user, now); }

const db::Sql delete_session_sql{"identity.delete_session", "DELETE FROM identity_sessions WHERE user_id = $1 AND session_id = $2"};
bool delete_session(db::Tx& tx, UserId user, SessionId session) { return tx.exec(delete_session_sql, user, session) == 1; }

const db::Sql delete_others{"identity.delete_other_sessions", "DELETE FROM identity_sessions WHERE user_id = $1 AND session_id <> $2"};
std::int64_t delete_other_sessions(db::Tx& tx, UserId user, SessionId kept) { return tx.exec(delete_others, user, kept); }

const db::Sql delete_expired{"identity.delete_expired_sessions", R"sql(
    DELETE FROM identity_sessions WHERE (user_id, token_hash) IN (
        SELECT user_id, token_hash FROM identity_sessions WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2))sql"};
std::int64_t delete_expired_sessions(db::Tx& tx, Instant now, std::int64_t limit) { return tx.exec(delete_expired, now, limit); }

}  // namespace store
}  // namespace meadow::identity
