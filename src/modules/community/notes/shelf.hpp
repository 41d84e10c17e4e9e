// Note pages without what moves all the time: counters, pinned products, the reader's part. The author's card and the pictures may be a
// shelf's age old; an edit, a move or a verdict is a new version.
#pragma once
#include "jobs/shelf.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ShelvedPage {
    NoteId key;
    std::int64_t version = 0;
    std::string json;                  // its first half, of a lasting page
    std::vector<ProductId> products;   // pinned
};

using NoteShelf = jobs::Shelf<ShelvedPage, 32'768>;  // some 80 MB

}  // namespace meadow::community
