// identity_users, identity_contacts, identity_handles, identity_passwords.
#pragma once
#include <optional>
#include <string>

#include "db/tx.hpp"
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity::store {

void insert_account(db::Tx&, const Account&);
std::optional<Account> find_account(db::ReadTx&, UserId);
// Not the deleted ones, in the order of their ids.
std::vector<Account> accounts_after(db::ReadTx&, UserId, std::optional<Role>, std::int64_t limit);
std::optional<UserId> find_by_handle(db::ReadTx&, std::string_view folded);
std::optional<UserId> find_by_contact(db::ReadTx&, const Contact&);
bool set_profile(db::Tx&, UserId, std::string_view name, std::string_view bio, std::string_view city, MediaId avatar);

// False when it was so already, or there is no such account.
bool grant_role(db::Tx&, UserId, Role);
bool revoke_role(db::Tx&, UserId, Role);
bool set_official(db::Tx&, UserId, std::string_view brand);
bool move_account(db::Tx&, UserId, AccountState from, AccountState to);
// Erases what is personal. False when it was done before.
bool erase_account(db::Tx&, UserId, std::string_view folded_handle);

// False when somebody else has it: the key is the guard.
bool claim_contact(db::Tx&, const Contact&, UserId, Instant verified_at);
bool claim_handle(db::Tx&, std::string_view folded, UserId);

struct OwnContact {
    ContactKind kind{};
    std::string address;
    Instant verified_at;       // 0: not yet
};
BOOST_DESCRIBE_STRUCT(OwnContact, (), (kind, address, verified_at))
std::vector<OwnContact> contacts_of(db::ReadTx&, UserId);
// Keeps the moment of the first time.
void verify_contact(db::Tx&, const Contact&, UserId, Instant now);
// Only while another one remains.
bool release_contact(db::Tx&, const Contact&, UserId);

void put_password(db::Tx&, UserId, std::string_view hash, Instant now);
std::optional<std::string> find_password(db::ReadTx&, UserId);

}  // namespace meadow::identity::store
