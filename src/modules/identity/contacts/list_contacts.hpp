#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

struct ContactCard {
    ContactKind kind{};
    std::string address;
    bool verified = false;
};
BOOST_DESCRIBE_STRUCT(ContactCard, (), (kind, address, verified))

// How I am reached and sign in.
Result<std::vector<ContactCard>> list_contacts(ReadCtx&, const Nothing&);

}  // namespace meadow::identity
