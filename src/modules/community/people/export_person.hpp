#pragma once
#include <string>

#include "jobs/context.hpp"

namespace meadow::community {

// Everything community keeps about a person, as a JSON object, for the export of their data.
std::string export_person(ReadCtx&, UserId);

}  // namespace meadow::community
