// What was rendered a moment ago, kept in memory for the next reader. An entry holds for one version of what it shows, so whoever knows the
// version sees a change at once; what a page borrows from elsewhere may be `shelf_age` old. Bounded, and safe to ask from any thread.
#pragma once
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/instant.hpp"

namespace meadow::jobs {

constexpr Duration shelf_age = 5s;   // as long as a browser keeps a profile

// A Page has a `key`, an id that is not 0, and a `version`. At most `most` of them are kept, a power of two.
template <class Page, std::size_t most>
class Shelf {
public:
    using Key = decltype(Page::key);
    using Kept = std::shared_ptr<const Page>;

    Shelf() : rows_(rows) {}

    // Null when there is none of this version, or it is too old.
    Kept find(Key key, std::int64_t version, Instant now)
    {
        const std::size_t at = row_of(key);
        const Row& row = rows_[at];
        const std::lock_guard lock(locks_[at % locks]);
        const std::size_t place = row.place_of(key);
        if (place == Row::places || row.since[place] > now || now - row.since[place] >= shelf_age) return nullptr;
        return row.pages[place]->version == version ? row.pages[place] : nullptr;
    }

    // Takes the place of an older page of the same key, or else of the one in its row that was rendered longest ago.
    void put(Kept page, Instant now)
    {
        const std::size_t at = row_of(page->key);
        Row& row = rows_[at];
        const std::lock_guard lock(locks_[at % locks]);
        std::size_t place = row.place_of(page->key);
        if (place == Row::places) place = std::size_t(std::min_element(row.since.begin(), row.since.end()) - row.since.begin());
        row.keys[place] = page->key;
        row.since[place] = now;
        page.swap(row.pages[place]);  // what stood there goes with the parameter, after the lock
    }

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
    };
    static constexpr std::size_t rows = most / Row::places;
    static constexpr std::size_t locks = 16;
    static_assert((rows & (rows - 1)) == 0 && rows % locks == 0);

    static std::size_t row_of(Key key) { return std::hash<Key>{}(key) >> 20 & (rows - 1); }

    std::vector<Row> rows_;
    mutable std::array<std::mutex, locks> locks_;   // one for each sixteenth row
};

}  // namespace meadow::jobs
