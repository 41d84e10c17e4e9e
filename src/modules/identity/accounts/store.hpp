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
std::optional<UserId> find_by_handle(db::ReadTx&, std::string_view folded);
std::optional<UserId> find_by_contact(db::ReadTx&, const Contact&);
bool set_profile(db::Tx&, UserId, std::string_view name, std::string_view bio, std::string_view city, MediaId avatar);

bool grant_role(db::Tx&, UserId, Role);

// False when somebody else has it: the key is the guard.
bool claim_contact(db::Tx&, const Contact&, UserId);
bool claim_handle(db::Tx&, std::string_view folded, UserId);

void put_password(db::Tx&, UserId, std::string_view hash, Instant now);
std::optional<std::string> find_password(db::ReadTx&, UserId);

}  // namespace meadow::identity::store
