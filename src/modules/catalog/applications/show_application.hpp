#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/applications/model.hpp"

namespace meadow::catalog {

struct ApplicationView {
    Application application;
    std::string reason;  // of the last decision
};
BOOST_DESCRIBE_STRUCT(ApplicationView, (), (application, reason))

// The caller's own.
Result<ApplicationView> show_application(ReadCtx&, const Nothing&);

}  // namespace meadow::catalog
