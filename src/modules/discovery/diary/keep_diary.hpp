#pragma once
#include <functional>

#include "jobs/news.hpp"
#include "jobs/setting_within.hpp"
#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

// Writes down what waits, then reads what is new into the engine: this process's entries and everybody else's, in one order.
void keep_diary(jobs::World&);

// What of the news concerns the engine, as entries: notes as they are now, reactions, comments, follows, orders. It is written down when
// this returns; the same news again changes nothing.
void write_news(jobs::World&, const std::vector<jobs::News>&);

// Begins with the snapshot when there is one, reads the rest of the diary, then enters what public notes it does not know: those that came without news, or while nobody wrote.
void read_diary(jobs::World&, const std::function<bool()>& go_on);

inline const SettingWithin<Duration> keep_pages{"discovery.keep_pages", std::chrono::hours{24 * 90}, std::chrono::hours{24 * 30}, std::chrono::hours{24 * 90},
                                                "How long served pages and answers to them are kept; then only their daily sums are"};
// Forgets pages, answers and searches that are older and stand in the sums (exposure/), a bounded piece at a time; how many. An engine made again
// then knows less of long ago.
std::int64_t forget_old_entries(jobs::World&);

// Whether the diary has an entry at this place: of another database it has not.
bool diary_holds(jobs::World&, store::Place);
// The next rows after a place, at most `limit`.
std::vector<store::EntryRow> diary_after(jobs::World&, store::Place, std::int64_t limit);

}  // namespace meadow::discovery
