// Wiring of the module: called once by floor 3 and by the tests' Town.
#pragma once
#include "http/router.hpp"

namespace meadow::operations {

void add_routes(http::Router&);

}  // namespace meadow::operations
