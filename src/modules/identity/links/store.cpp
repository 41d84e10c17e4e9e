#include "modules/identity/links/store.hpp"

namespace meadow::identity::store {

const db::Sql upsert_link{"identity.upsert_link", R"sql(
    INSERT INTO identity_links (user_id, purpose, token_hash, expires_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (user_id, purpose) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at
     WHERE identity_links.token_hash <> '' OR identity_links.purpose <> 'first_operator')sql"};
bool put_link(db::Tx& tx, UserId user, LinkPurpose purpose, std::string_view token_hash, Instant expires_at)
{
    return tx.exec(upsert_link, user, purpose, token_hash, expires_at) == 1;
}

const db::Sql spend_link_sql{"identity.spend_link", R"sql(
    UPDATE identity_links SET token_hash = '' WHERE user_id = $1 AND purpose = $2 AND token_hash = $3 AND token_hash <> '' AND expires_at > $4)sql"};
bool spend_link(db::Tx& tx, UserId user, LinkPurpose purpose, std::string_view token_hash, Instant now)
{
    return tx.exec(spend_link_sql, user, purpose, token_hash, now) == 1;
}

const db::Sql close_link{"identity.close_first_operator_link", R"sql(
    INSERT INTO identity_links (user_id, purpose, token_hash, expires_at) VALUES (0, 'first_operator', '', 0)
    ON CONFLICT (user_id, purpose) DO UPDATE SET token_hash = '', expires_at = 0)sql"};
void close_first_operator_link(db::Tx& tx) { tx.put(close_link); }

}  // namespace meadow::identity::store
