// Reads at a run what this program wrote itself: members in the order in which they are described, no spaces, no escapes. Of what the
// diary holds, nearly all are pages and deeds. False, and `out` is worth nothing, for everything else: that is for the reader of any JSON.
#pragma once
#include <string_view>

#include "modules/discovery/diary/model.hpp"

namespace meadow::discovery::quick {

bool read(std::string_view json, PageEntry& out);
bool read(std::string_view json, DeedEntry& out);

}  // namespace meadow::discovery::quick
