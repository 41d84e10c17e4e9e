#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/applications/model.hpp"

namespace meadow::catalog {

struct DecideApplication {
    UserId owner;
    bool approve = false;
    Reason reason;  // shown to the applicant
};
BOOST_DESCRIBE_STRUCT(DecideApplication, (), (owner, approve, reason))

// An operator opens the POP store, or says why not.
Result<Application> decide_application(WriteCtx&, const DecideApplication&);

}  // namespace meadow::catalog
