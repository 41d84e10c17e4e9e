#include "modules/identity/accounts/store.hpp"

#include "modules/identity/identity.hpp"

namespace meadow::identity {

const db::Sql select_cards{"identity.select_cards", R"sql(
    SELECT user_id, handle, name, avatar_id, official FROM identity_users WHERE state = 'active' AND user_id IN @list($1))sql"};
std::vector<PersonCard> person_cards(db::ReadTx& tx, const std::vector<UserId>& ids)
{
    return ids.empty() ? std::vector<PersonCard>{} : tx.all<PersonCard>(select_cards, ids);
}

const db::Sql select_cards_after{"identity.select_cards_after", R"sql(
    SELECT user_id, handle, name, avatar_id, official FROM identity_users WHERE state = 'active' AND user_id > $1 ORDER BY user_id LIMIT $2)sql"};
std::vector<PersonCard> people_after(db::ReadTx& tx, UserId after, std::int64_t limit) { return tx.all<PersonCard>(select_cards_after, after, limit); }

const db::Sql select_active{"identity.select_active", "SELECT user_id FROM identity_users WHERE user_id = $1 AND state = 'active'"};
bool exists(db::ReadTx& tx, UserId user) { return tx.one<UserId>(select_active, user).has_value(); }

std::optional<UserId> person_called(db::ReadTx& tx, std::string_view handle)
{
    const auto user = store::find_by_handle(tx, fold_handle(handle));
    return user && exists(tx, *user) ? user : std::nullopt;
}

namespace store {

const db::Sql insert_user{"identity.insert_user", R"sql(
    INSERT INTO identity_users (user_id, handle, name, bio, city, avatar_id, official, roles, state, joined_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql"};
void insert_account(db::Tx& tx, const Account& a)
{
    tx.put(insert_user, a.id, a.handle, a.name, a.bio, a.city, a.avatar, a.official, a.roles, a.state, a.joined_at);
}

const db::Sql select_user{"identity.select_user", R"sql(
    SELECT user_id, handle, name, bio, city, avatar_id, official, roles, state, joined_at FROM identity_users WHERE user_id = $1)sql"};
std::optional<Account> find_account(db::ReadTx& tx, UserId id) { return tx.one<Account>(select_user, id); }

const db::Sql select_accounts{"identity.select_accounts", R"sql(
    SELECT user_id, handle, name, bio, city, avatar_id, official, roles, state, joined_at FROM identity_users
     WHERE user_id > $1 AND state <> 'deleted' AND roles & $2 = $2 ORDER BY user_id LIMIT $3)sql"};
std::vector<Account> accounts_after(db::ReadTx& tx, UserId after, std::optional<Role> role, std::int64_t limit)
{
    return tx.all<Account>(select_accounts, after, role ? std::int64_t{1} << int(*role) : 0, limit);
}

const db::Sql select_handle{"identity.select_handle", "SELECT user_id FROM identity_handles WHERE handle = $1"};
std::optional<UserId> find_by_handle(db::ReadTx& tx, std::string_view folded) { return tx.one<UserId>(select_handle, folded); }

const db::Sql select_contact{"identity.select_contact", "SELECT user_id FROM identity_contacts WHERE kind = $1 AND address = $2"};
std::optional<UserId> find_by_contact(db::ReadTx& tx, const Contact& c) { return tx.one<UserId>(select_contact, c.kind, c.address); }

const db::Sql update_profile{"identity.update_profile", R"sql(
    UPDATE identity_users SET name = $2, bio = $3, city = $4, avatar_id = $5 WHERE user_id = $1 AND state = 'active')sql"};
bool set_profile(db::Tx& tx, UserId id, std::string_view name, std::string_view bio, std::string_view city, MediaId avatar)
{
    return tx.exec(update_profile, id, name, bio, city, avatar) == 1;
}

const db::Sql add_role{"identity.add_role", "UPDATE identity_users SET roles = roles | $2 WHERE user_id = $1 AND roles & $2 = 0 AND state <> 'deleted'"};
bool grant_role(db::Tx& tx, UserId user, Role role) { return tx.exec(add_role, user, std::int64_t{1} << int(role)) == 1; }

const db::Sql drop_role{"identity.drop_role", "UPDATE identity_users SET roles = roles - $2 WHERE user_id = $1 AND roles & $2 <> 0"};
bool revoke_role(db::Tx& tx, UserId user, Role role) { return tx.exec(drop_role, user, std::int64_t{1} << int(role)) == 1; }

const db::Sql update_official{"identity.update_official", R"sql(
    UPDATE identity_users SET official = $2 WHERE user_id = $1 AND official <> $2 AND state <> 'deleted')sql"};
bool set_official(db::Tx& tx, UserId user, std::string_view brand) { return tx.exec(update_official, user, brand) == 1; }

const db::Sql update_state{"identity.update_state", "UPDATE identity_users SET state = $3 WHERE user_id = $1 AND state = $2"};
bool move_account(db::Tx& tx, UserId user, AccountState from, AccountState to) { return tx.exec(update_state, user, from, to) == 1; }

const db::Sql erase_user{"identity.erase_user", R"sql(
    UPDATE identity_users SET handle = '', name = '', bio = '', city = '', avatar_id = 0, official = '', roles = 0, state = 'deleted'
     WHERE user_id = $1 AND state <> 'deleted')sql"};
const db::Sql delete_handle{"identity.delete_handle", "DELETE FROM identity_handles WHERE handle = $1 AND user_id = $2"};
const db::Sql delete_contacts{"identity.delete_contacts", "DELETE FROM identity_contacts WHERE user_id = $1"};
const db::Sql delete_password{"identity.delete_password", "DELETE FROM identity_passwords WHERE user_id = $1"};
bool erase_account(db::Tx& tx, UserId user, std::string_view folded_handle)
{
    if (tx.exec(erase_user, user) != 1) return false;
    tx.put(delete_handle, folded_handle, user);
    tx.put(delete_contacts, user);
    tx.put(delete_password, user);
    return true;
}

const db::Sql insert_contact{"identity.insert_contact", R"sql(
    INSERT INTO identity_contacts (kind, address, user_id, verified_at) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, address) DO NOTHING)sql"};
bool claim_contact(db::Tx& tx, const Contact& c, UserId user, Instant verified_at)
{
    return tx.exec(insert_contact, c.kind, c.address, user, verified_at) == 1;
}

const db::Sql select_contacts{"identity.select_contacts", R"sql(
    SELECT kind, address, verified_at FROM identity_contacts WHERE user_id = $1 ORDER BY kind, address)sql"};
std::vector<OwnContact> contacts_of(db::ReadTx& tx, UserId user) { return tx.all<OwnContact>(select_contacts, user); }

const db::Sql update_verified{"identity.update_verified", R"sql(
    UPDATE identity_contacts SET verified_at = $4 WHERE kind = $1 AND address = $2 AND user_id = $3 AND verified_at = 0)sql"};
void verify_contact(db::Tx& tx, const Contact& c, UserId user, Instant now) { tx.put(update_verified, c.kind, c.address, user, now); }

const db::Sql delete_contact{"identity.delete_contact", R"sql(
    DELETE FROM identity_contacts WHERE kind = $1 AND address = $2 AND user_id = $3
       AND EXISTS (SELECT 1 FROM identity_contacts other WHERE other.user_id = $3 AND (other.kind <> $1 OR other.address <> $2)))sql"};
bool release_contact(db::Tx& tx, const Contact& c, UserId user) { return tx.exec(delete_contact, c.kind, c.address, user) == 1; }

const db::Sql insert_handle{"identity.insert_handle", R"sql(
    INSERT INTO identity_handles (handle, user_id) VALUES ($1, $2) ON CONFLICT (handle) DO NOTHING)sql"};
bool claim_handle(db::Tx& tx, std::string_view folded, UserId user) { return tx.exec(insert_handle, folded, user) == 1; }

const db::Sql upsert_password{"identity.upsert_password", R"sql(
    INSERT INTO identity_passwords (user_id, hash, changed_at) VALUES ($1, $2, $3)
    ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at)sql"};
void put_password(db::Tx& tx, UserId user, std::string_view hash, Instant now) { tx.put(upsert_password, user, hash, now); }

const db::Sql select_password{"identity.select_password", "SELECT hash FROM identity_passwords WHERE user_id = $1"};
std::optional<std::string> find_password(db::ReadTx& tx, UserId user) { return tx.one<std::string>(select_password, user); }

}  // namespace store
}  // namespace meadow::identity
