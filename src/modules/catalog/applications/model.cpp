#include "modules/catalog/applications/model.hpp"

#include <algorithm>
#include <iterator>

namespace meadow::catalog {

bool may_move(ApplicationState from, ApplicationState to, Actor by)
{
    return std::any_of(std::begin(application_moves), std::end(application_moves),
                       [&](const ApplicationMove& m) { return m.from == from && m.to == to && m.by == by; });
}

}  // namespace meadow::catalog
