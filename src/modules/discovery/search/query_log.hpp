// What people search for: gathered in memory while they search, written down by a job (keep_queries), and what came of it.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "jobs/context.hpp"
#include "text/suggest.hpp"

namespace meadow::discovery {

enum class SearchTab : std::uint8_t { notes, products, users, shops, topics };
BOOST_DESCRIBE_ENUM(SearchTab, notes, products, users, shops, topics)

struct AskedQuery {
    SearchTab tab{};
    std::string query;       // as typed
    UserId person;           // none: a guest
    std::int64_t results = 0;
    Instant at;
};

class QueryLog {
public:
    // Never waits for a disk. While more than `most_waiting` are waiting, further ones are not kept.
    void note(const Who&, SearchTab, std::string_view query, std::int64_t results, Instant at);
    std::vector<AskedQuery> take();
    static constexpr std::size_t most_waiting = 8192;

    // Queries enough people have asked lately, the most asked first; null before the first were learned.
    std::shared_ptr<const lang::Suggest> phrases() const { return std::atomic_load(&phrases_); }
    // Queries more people ask lately than before, those that grew most first; at most `most_hot`.
    std::vector<std::string> hot() const;
    static constexpr std::size_t most_hot = 20;
    void learned(std::shared_ptr<const lang::Suggest> phrases, std::vector<std::string> hot);

private:
    mutable std::mutex mutex_;
    std::vector<AskedQuery> waiting_;
    std::vector<std::string> hot_;
    std::shared_ptr<const lang::Suggest> phrases_;
};

}  // namespace meadow::discovery
