#pragma once
#include "http/message.hpp"
#include "jobs/context.hpp"

namespace meadow::identity {

// Everything the town keeps about me, one section a module, as a JSON file.
Result<http::Response> export_data(ReadCtx&, const Nothing&);

}  // namespace meadow::identity
