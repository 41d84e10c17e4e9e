// What was rendered a moment ago, kept in memory for the next reader. An entry holds for one version of what it shows, so whoever knows the
// version sees a change at once; what a page borrows from elsewhere may be as old as the shelf allows. Bounded in pages and in bytes, and
// safe to ask from any thread.
#pragma once
#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/instant.hpp"

namespace meadow::jobs {

// A Page has a `key`, an id that is not 0, a `version` and a `weight()` in bytes. At most `most` of them are kept, a power of two.
template <class Page, std::size_t most>
class Shelf {
public:
    using Key = decltype(Page::key);
    using Kept = std::shared_ptr<const Page>;

    // `bytes`: of all pages together.
    Shelf(Duration oldest, std::size_t bytes) : oldest_(oldest), room_(bytes), rows_(rows) {}

    // Null when there is none of this version, or it is too old.
    Kept find(Key key, std::int64_t version, Instant now)
    {
        const std::size_t at = row_of(key);
        const Row& row = rows_[at];
        const std::lock_guard lock(locks_[at % locks]);
        const std::size_t place = row.place_of(key);
        if (place == Row::places || row.since[place] > now || now - row.since[place] >= oldest_) return nullptr;
        return row.pages[place]->version == version ? row.pages[place] : nullptr;
    }

    // Takes the place of an older page of the same key, or else of the one in its row that was rendered longest ago. Where there are too many
    // bytes even so, that one goes and this one is not kept.
    void put(Kept page, Instant now)
    {
        const std::size_t at = row_of(page->key), weight = page->weight();
        Row& row = rows_[at];
        const std::lock_guard lock(locks_[at % locks]);
        const std::size_t place = row.place_for(page->key, bytes() + weight > room_);
        if (place == Row::places) return;
        const bool fits = bytes() + weight <= room_ + row.weight_at(place);
        bytes_.fetch_add((fits ? weight : 0) - row.weight_at(place), std::memory_order_relaxed);
        row.keys[place] = fits ? page->key : Key{};
        row.since[place] = fits ? now : Instant{};
        if (!fits) page.reset();
        page.swap(row.pages[place]);  // what stood there goes with the parameter, after the lock
    }

    std::size_t bytes() const { return bytes_.load(std::memory_order_relaxed); }
    std::size_t size() const
    {
        std::size_t pages = 0;
        for (std::size_t at = 0; at < rows; ++at) {
            const std::lock_guard lock(locks_[at % locks]);
            for (const Kept& page : rows_[at].pages) pages += page != nullptr;
        }
        return pages;
    }

private:
    // A key can stand in one row only. What is compared stands together: to find a page takes three cache lines.
    struct Row {
        static constexpr std::size_t places = 8;
        std::array<Key, places> keys{};
        std::array<Instant, places> since{};
        std::array<Kept, places> pages;

        std::size_t place_of(Key key) const { return std::size_t(std::find(keys.begin(), keys.end(), key) - keys.begin()); }
        std::size_t weight_at(std::size_t place) const { return pages[place] ? pages[place]->weight() : 0; }
        // `full`: only a place that gives something back. `places` when there is none.
        std::size_t place_for(Key key, bool full) const
        {
            std::size_t best = place_of(key);
            if (best != places) return best;
            for (std::size_t i = 0; i < places; ++i)
                if ((!full || pages[i]) && (best == places || since[i] < since[best])) best = i;
            return best;
        }
    };
    static constexpr std::size_t rows = most / Row::places;
    static constexpr std::size_t locks = 16;
    static_assert((rows & (rows - 1)) == 0 && rows % locks == 0);

    static std::size_t row_of(Key key) { return std::hash<Key>{}(key) >> 20 & (rows - 1); }

    const Duration oldest_;
    const std::size_t room_;
    std::atomic<std::size_t> bytes_{0};
    std::vector<Row> rows_;
    mutable std::array<std::mutex, locks> locks_;   // one for each sixteenth row
};

}  // namespace meadow::jobs
