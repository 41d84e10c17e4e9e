#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

struct FindAccount {
    std::string who;                       // a handle (with or without @), an e-mail address, a phone number or an id
};

struct FoundAccount {
    Account account;
    std::vector<Contact> contacts;
};

// For whoever runs the machine: an account by any of its names, suspended or not. Refuses not_found.
Result<FoundAccount> find_account(ReadCtx&, const FindAccount&);

}  // namespace meadow::identity
