// Note pages without what moves all the time: counters, pinned products, the reader's part. An edit, a move or a verdict is a new version.
// The author's card is borrowed: whoever hears that it has changed says so here after the commit. A page was read after its `as_of`, so one
// that is not younger than such a change is not used. What slips through (a clock that steps) ends after `oldest`.
#pragma once
#include "jobs/shelf.hpp"
#include "jobs/stamps.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ShelvedPage {
    NoteId note;
    std::int64_t version = 0;
    UserId author;
    Instant as_of;
    std::string json;                  // its first half, of a lasting page
    std::vector<ProductId> products;   // pinned
    std::size_t weight() const { return sizeof *this + json.capacity() + products.capacity() * sizeof(ProductId); }
};

class NoteShelf {
public:
    using Kept = std::shared_ptr<const ShelvedPage>;
    static constexpr Duration oldest = 60s;

    // Null when there is none of this version that may still be shown.
    Kept find(NoteId note, std::int64_t version, Instant now)
    {
        Kept page = pages_.find(note, now);
        return page && page->version == version && authors_.of(page->author) < page->as_of ? page : nullptr;
    }
    void put(Kept page) { pages_.put(page, page->as_of); }
    void author_changed(UserId author, Instant at) { authors_.mark(author, at); }

private:
    jobs::Shelf<ShelvedPage, &ShelvedPage::note, 16'384> pages_{oldest, 80u << 20};
    jobs::Stamps<16'384> authors_;
};

}  // namespace meadow::community
