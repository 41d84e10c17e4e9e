#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

struct NewAccount {
    Contact contact;
    bool verified = false;
    std::string name;                      // empty: the handle
    std::optional<std::string> handle;     // absent: made from the id
    std::string password_hash;             // empty: signs in with codes
};

// Part of every way to join. Refuses address_taken or handle_taken.
Result<UserId> open_account(WriteCtx&, const NewAccount&);

}  // namespace meadow::identity
