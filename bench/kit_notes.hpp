// A town full of notes to read: written straight into the store, each with three pictures.
#pragma once
#include <vector>

#include "kit_town.hpp"

namespace meadow::bench {

std::vector<NoteId> write_notes(BenchTown&, const std::vector<std::pair<UserId, std::string>>& authors, int count);

}  // namespace meadow::bench
