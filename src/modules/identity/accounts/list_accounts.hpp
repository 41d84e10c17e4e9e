#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

struct ListAccounts {
    std::optional<Role> role;              // only those who hold it
    UserId after;                          // those who joined later than this one
    Whole<1, 1000> limit = 100;
};

// For whoever runs the machine: all accounts that were not deleted, the suspended among them, in the order in which they joined.
Result<std::vector<Account>> list_accounts(ReadCtx&, const ListAccounts&);

}  // namespace meadow::identity
