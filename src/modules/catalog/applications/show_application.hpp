#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/applications/model.hpp"

namespace meadow::catalog {

struct MyApplication {
    std::optional<Application> application;  // absent: I have not applied
    std::string reason;                      // of the last decision
};
BOOST_DESCRIBE_STRUCT(MyApplication, (), (application, reason))

// The caller's own.
Result<MyApplication> show_application(ReadCtx&, const Nothing&);

}  // namespace meadow::catalog
