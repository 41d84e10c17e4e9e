#pragma once
#include <functional>

#include "jobs/news.hpp"
#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

// Writes down what waits, then reads what is new into the engine: this process's entries and everybody else's, in one order.
void keep_diary(jobs::World&);

// What of the news concerns the engine, as entries: notes as they are now, reactions, comments, follows.
void write_news(jobs::World&, const std::vector<jobs::News>&);

// Reads the whole diary, then enters what public notes it does not know: those that came without news, or while nobody wrote.
void read_diary(jobs::World&, const std::function<bool()>& go_on);

// The next rows after a place, at most `limit`.
std::vector<store::EntryRow> diary_after(jobs::World&, store::Place, std::int64_t limit);

}  // namespace meadow::discovery
