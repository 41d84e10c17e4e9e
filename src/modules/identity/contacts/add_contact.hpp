#pragma once
#include "modules/identity/codes/model.hpp"

namespace meadow::identity {

inline const Setting<std::int64_t> most_contacts{"identity.most_contacts", 5, "Addresses of one account"};

struct AddContact {
    Text<3, 120> address;
    CodeText code;                         // sent to the address by POST /v1/codes
};
BOOST_DESCRIBE_STRUCT(AddContact, (), (address, code))

// Another way to sign in, or the proof that one I gave is mine. Only addresses that were proved are added.
Done add_contact(WriteCtx&, const AddContact&);

}  // namespace meadow::identity
