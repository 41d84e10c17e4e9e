#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

struct RemoveContact {
    Text<3, 120> address;
};
BOOST_DESCRIBE_STRUCT(RemoveContact, (), (address))

// Frees one of my addresses; not the last one.
Done remove_contact(WriteCtx&, const RemoveContact&);

}  // namespace meadow::identity
