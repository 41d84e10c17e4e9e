// Note pages that were read a moment ago, kept in memory without what moves all the time (counters, pinned products, the reader's
// part). An entry holds for one version of the note, so an edit, a move or a verdict is seen at once; what a page borrows from
// elsewhere, the author's card and the pictures, may be `max_age` old. Bounded, and safe to ask from any thread.
#pragma once
#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ShelvedPage {
    NotePage page;  // a lasting one
    std::string json;
    std::vector<ProductId> products;
};

class NoteShelf {
public:
    static constexpr Duration max_age = 5s;              // as a profile's Cache-Control
    static constexpr std::size_t most_pages = 16'384;    // some 40 MB

    // Null when there is none of this version, or it is too old.
    std::shared_ptr<const ShelvedPage> find(NoteId, std::int64_t version, Instant now);
    void put(std::shared_ptr<const ShelvedPage>, Instant now);
    std::size_t size() const;

private:
    struct Entry {
        std::shared_ptr<const ShelvedPage> page;
        Instant since;
    };
    using Pages = std::unordered_map<NoteId, Entry>;
    // Two generations: when the young one is full it becomes the old one, and what was old and not asked for again is gone.
    struct Shard {
        mutable std::mutex mutex;
        Pages young, old;
    };
    static constexpr std::size_t shards = 16;
    static constexpr std::size_t most_young = most_pages / shards / 2;

    Shard& shard_of(NoteId note) { return shards_[std::hash<NoteId>{}(note) >> 60 & (shards - 1)]; }
    static void add(Shard&, NoteId, Entry);

    std::array<Shard, shards> shards_;
};

}  // namespace meadow::community
