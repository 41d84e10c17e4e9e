#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/applications/model.hpp"

namespace meadow::catalog {

struct ListApplications {
    ApplicationState state = ApplicationState::pending;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListApplications, (), (state, cursor, limit))

// Those who have waited longest come first.
Result<Page<Application>> list_applications(ReadCtx&, const ListApplications&);

}  // namespace meadow::catalog
