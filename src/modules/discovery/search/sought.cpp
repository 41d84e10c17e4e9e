#include "modules/discovery/search/sought.hpp"

#include <utility>

#include "base/json.hpp"
#include "modules/discovery/diary/store.hpp"
#include "modules/discovery/search/pseudonyms.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {

void SoughtLog::note(Sought sought)
{
    if (sought.notes.empty() && sought.products.empty()) return;
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most_waiting) waiting_.push_back(std::move(sought));
}

std::vector<Sought> SoughtLog::take()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
}

void write_sought(db::Tx& events, jobs::World& world, const std::vector<Sought>& all)
{
    if (all.empty()) return;
    const auto& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    const std::int64_t today = day_of(world.clock.now());
    const std::string salt = salt_of(events, today, world.dice);
    for (const Sought& one : all) {
        const std::string what = name_of(one.tab) + ":" + normaliser.plain(one.query);
        store::insert_entry(events, {one.reader, "sought:" + std::to_string(pseudonym(salt, one.reader, what)), one.at, EntryKind::sought,
                                     to_json(SoughtEntry{one.notes, one.products})});
    }
}

}  // namespace meadow::discovery
