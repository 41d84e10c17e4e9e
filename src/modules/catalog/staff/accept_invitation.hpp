#pragma once
#include "jobs/context.hpp"

namespace meadow::catalog {

struct AcceptInvitation {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (shop))

// From now on the invited person acts for the shop. Refuses not_found when nobody invited them.
Done accept_invitation(WriteCtx&, const AcceptInvitation&);

}  // namespace meadow::catalog
