#include "modules/discovery/diary/curator.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t entries_at_once = 64;   // under one hold of the lock

}  // namespace

void Curator::write(Entry entry)
{
    const std::lock_guard lock(waiting_mutex_);
    if (waiting_.size() < most_waiting) waiting_.push_back(std::move(entry));
}

std::vector<Entry> Curator::take()
{
    const std::lock_guard lock(waiting_mutex_);
    return std::exchange(waiting_, {});
}

engine::Page Curator::serve(Instant now, UserId reader, std::size_t slots)
{
    const std::lock_guard lock(waiting_mutex_);
    auto& served = served_[reader];
    engine::Page page;
    {
        const std::shared_lock reading(mutex_);
        page = engine_.page(now, reader, slots + served.size());
    }
    std::erase_if(page.notes, [&](const engine::Placed& p) { return std::find(served.begin(), served.end(), p.note) != served.end(); });
    if (page.notes.size() > slots) page.notes.resize(slots);
    if (page.notes.empty()) {
        if (served.empty()) served_.erase(reader);
        return page;
    }
    for (const engine::Placed& p : page.notes) served.push_back(p.note);
    if (waiting_.size() < most_waiting)
        waiting_.push_back({reader, "page:" + std::to_string(now.us) + ":" + std::to_string(++pages_), now, EntryKind::page, to_json(PageEntry{page.policy, page.notes})});
    return page;
}

engine::Page Curator::anonymous(Instant now) const
{
    const std::shared_lock reading(mutex_);
    return engine_.page(now, {}, engine::most_slots);
}

std::optional<engine::Note> Curator::note(NoteId id) const
{
    const std::shared_lock reading(mutex_);
    const engine::Note* found = engine_.state().find_note(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void Curator::read(const std::vector<store::EntryRow>& rows)
{
    for (std::size_t from = 0; from < rows.size(); from += entries_at_once) {
        const std::size_t end = std::min(rows.size(), from + entries_at_once);
        {
            const std::unique_lock telling(mutex_);
            for (std::size_t i = from; i < end; ++i) tell(engine_, {rows[i].reader, rows[i].key, rows[i].at, rows[i].kind, rows[i].body});
            place_ = {rows[end - 1].xid, rows[end - 1].seq};
        }
        const std::lock_guard lock(waiting_mutex_);
        for (std::size_t i = from; i < end; ++i) {
            if (rows[i].kind != EntryKind::page) continue;
            const auto found = served_.find(rows[i].reader);
            const auto page = from_json<PageEntry>(rows[i].body);
            if (found == served_.end() || !page.ok()) continue;
            for (const auto& placed : page->notes) std::erase(found->second, placed.note);
            if (found->second.empty()) served_.erase(found);
        }
    }
}

store::Place Curator::place() const
{
    const std::shared_lock reading(mutex_);
    return place_;
}

std::string Curator::snapshot() const
{
    const std::shared_lock reading(mutex_);
    return engine_.snapshot();
}

}  // namespace meadow::discovery
