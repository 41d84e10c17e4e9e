// What was rendered a moment ago, kept in memory for the next reader. Whether it still shows what is so is for those to say who keep it: by
// a version, or by when things changed (stamps.hpp). Bounded in pages and in bytes, and safe to ask from any thread.
#pragma once
#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/instant.hpp"

namespace meadow::jobs {

// `key` points to the member of a Page by which it is found, an id that is not 0; `weight()` tells a Page's bytes. At most seven are kept in
// each row; `rows` is a power of two.
template <class Page, auto key, std::size_t rows>
class Shelf {
public:
    using Key = std::remove_cvref_t<decltype(std::declval<Page>().*key)>;
    using Kept = std::shared_ptr<const Page>;

    // `bytes`: of all pages together; threads that put at one moment may be a page each beyond.
    Shelf(Duration oldest, std::size_t bytes) : oldest_(oldest), room_(bytes), rows_(rows) {}

    // Asks the memory for the row, for whoever is about to find several.
    void fetch(Key wanted) const
    {
        for (std::size_t line = 0; line < sizeof(Row); line += 64) __builtin_prefetch(reinterpret_cast<const char*>(&rows_[row_of(wanted)]) + line);
    }

    // Null when there is none, or it is too old, or from the future.
    Kept find(Key wanted, Instant now) const
    {
        const std::size_t at = row_of(wanted);
        const Row& row = rows_[at];
        const std::lock_guard lock(locks_[at % locks]);
        const std::size_t place = row.place_of(wanted);
        if (place == Row::places || row.since[place] > now || now - row.since[place] >= oldest_) return nullptr;
        row.found |= std::uint8_t(1u << place);
        return row.pages[place];
    }

    // Takes the place of an older page of the same key, or else of one in its row; others go where bytes are wanted. What nobody has found
    // goes first, and of that what was rendered longest ago: what is asked for once does not push out what is asked for often. Of two pages
    // of one key the younger stays.
    void put(Kept page, Instant as_of)
    {
        const std::size_t weight = page->weight();
        if (weight > room_) return;
        for (std::size_t looked = 0; bytes() + weight > room_ && looked < 2 * rows; ++looked)
            let_one_go(hand_.fetch_add(1, std::memory_order_relaxed) % rows, as_of);

        const std::size_t at = row_of((*page).*key);
        Row& row = rows_[at];
        const std::lock_guard lock(locks_[at % locks]);
        std::size_t place = row.place_of((*page).*key);
        if (place < Row::places && row.since[place] > as_of) return;
        if (place == Row::places) place = row.place_of(Key{});
        while (place == Row::places) place = row.place_to_give(as_of - oldest_);
        exchange(row, place, page, as_of);  // what stood there goes with the parameter, after the lock
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
    struct alignas(64) Row {
        static constexpr std::size_t places = 7;
        std::array<Key, places> keys{};
        mutable std::uint8_t found = 0;        // bit i: the page in place i was, not long ago
        std::array<Instant, places> since{};   // 0 where there is none
        std::array<Kept, places> pages;
        std::size_t place_of(Key wanted) const { return std::size_t(std::find(keys.begin(), keys.end(), wanted) - keys.begin()); }
        // Of the pages that may go, those not found lately and those not rendered after `stale`, the one rendered longest ago. When none may,
        // `places`, and the next time all of them may.
        std::size_t place_to_give(Instant stale)
        {
            std::size_t oldest = places;
            for (std::size_t i = 0; i < places; ++i) {
                const bool may_go = pages[i] && ((found >> i & 1u) == 0 || since[i] <= stale);
                if (may_go && (oldest == places || since[i] < since[oldest])) oldest = i;
            }
            if (oldest == places) found = 0;
            return oldest;
        }
    };
    static constexpr std::size_t locks = 16;
    static_assert((rows & (rows - 1)) == 0 && rows % locks == 0);

    static std::size_t row_of(Key wanted) { return std::hash<Key>{}(wanted) >> 20 & (rows - 1); }

    void exchange(Row& row, std::size_t place, Kept& page, Instant as_of)
    {
        const std::size_t goes = row.pages[place] ? row.pages[place]->weight() : 0, comes = page ? page->weight() : 0;
        bytes_.fetch_add(comes - goes, std::memory_order_relaxed);
        const Key comes_here = page ? (*page).*key : Key{};
        if (row.keys[place] != comes_here) row.found &= std::uint8_t(~(1u << place));
        row.keys[place] = comes_here;
        row.since[place] = as_of;
        page.swap(row.pages[place]);
    }

    // One of a row, if one may go.
    void let_one_go(std::size_t at, Instant now)
    {
        Row& row = rows_[at];
        Kept gone;
        const std::lock_guard lock(locks_[at % locks]);
        const std::size_t place = row.place_to_give(now - oldest_);
        if (place < Row::places) exchange(row, place, gone, Instant{});
    }

    const Duration oldest_;
    const std::size_t room_;
    std::vector<Row> rows_;
    mutable std::array<std::mutex, locks> locks_;   // one for each sixteenth row
    std::atomic<std::size_t> bytes_{0};
    std::atomic<std::size_t> hand_{0};              // the row that is next to give
};

}  // namespace meadow::jobs
