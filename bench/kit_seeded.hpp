// A town full of notes, written by the stores without HTTP: authors, pictures, products on sale and notes with topics, places and pins.
#pragma once
#include <string>
#include <vector>

#include "kit_town.hpp"

namespace meadow::bench {

struct SeededNotes {
    std::vector<UserId> authors;
    std::vector<ProductId> products;
    std::vector<NoteId> notes;
    std::vector<std::string> topics;
};

// `texts`: what the notes say, used over and over. The notes stand on the lists of discovery afterwards; search is filled when the
// town is opened the next time.
SeededNotes seed_notes(BenchTown&, int count, const std::vector<std::string>& texts);

}  // namespace meadow::bench
