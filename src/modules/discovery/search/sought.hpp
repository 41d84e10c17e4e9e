// What a reader searches for, for their own Discover: what was found, kept in memory until the diary has it, a tenth of a second later. The
// words never get that far. Only of readers who want a personal page.
#pragma once
#include <mutex>
#include <string>
#include <vector>

#include "jobs/world.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {

struct Sought {
    UserId reader;
    Instant at;
    SearchTab tab{};
    std::string query;                      // as typed
    std::vector<NoteId> notes = {};         // what was found first, at most `most_found`
    std::vector<ProductId> products = {};   // the same, of goods
    static constexpr std::size_t most_found = 20;
};

class SoughtLog {
public:
    // Never waits for a disk. While more than `most_waiting` are waiting, further ones are not kept; what found nothing is not either.
    void note(Sought);
    std::vector<Sought> take();
    static constexpr std::size_t most_waiting = 2048;

private:
    std::mutex mutex_;
    std::vector<Sought> waiting_;
};

// Writes them into the diary. The same query of the same day counts once: its key is a hash salted for that day, so that nobody can
// try words on it afterwards.
void write_sought(db::Tx& events, jobs::World&, const std::vector<Sought>&);

}  // namespace meadow::discovery
