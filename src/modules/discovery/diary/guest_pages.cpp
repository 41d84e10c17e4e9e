#include "modules/discovery/diary/guest_pages.hpp"

#include <algorithm>
#include <thread>
#include <tuple>

#include "base/json.hpp"

namespace meadow::discovery {

void GuestPages::shown(const engine::Page& page)
{
    Board& board = boards_[std::hash<std::thread::id>{}(std::this_thread::get_id()) % boards_.size()];
    const std::lock_guard lock(board.mutex);
    for (std::size_t i = 0; i < page.notes.size(); ++i) {
        const Key key{page.notes[i].note, page.notes[i].source, std::int64_t(i) + 1, page.policy};
        if (board.counts.size() < most_lines) ++board.counts[key];
        else if (const auto known = board.counts.find(key); known != board.counts.end()) ++known->second;
    }
}

GuestPages::Counts GuestPages::take()
{
    Counts all;
    for (Board& board : boards_) {
        Counts counts;
        {
            const std::lock_guard lock(board.mutex);
            counts.swap(board.counts);
        }
        for (const auto& [key, times] : counts) all[key] += times;
    }
    return all;
}

std::optional<Entry> GuestPages::waiting(Instant now, jobs::IdSource& ids)
{
    const std::lock_guard lock(batch_mutex_);
    if (batch_ || now < due_) return batch_;
    const Counts counts = take();
    if (counts.empty()) return {};
    GuestsEntry body;
    for (const auto& [key, times] : counts) body.notes.push_back({key.note, key.source, key.slot, key.policy, times});
    std::sort(body.notes.begin(), body.notes.end(), [](const GuestLine& a, const GuestLine& b) {
        return std::tie(a.policy, a.slot, a.note, a.source) < std::tie(b.policy, b.slot, b.note, b.source);
    });
    batch_ = Entry{{}, "guests:" + std::to_string(ids.next()), now, EntryKind::guests, to_json(body)};
    return batch_;
}

void GuestPages::written(const Entry& entry)
{
    const std::lock_guard lock(batch_mutex_);
    if (!batch_ || batch_->key != entry.key) return;
    due_ = batch_->at + pause;
    batch_.reset();
}

}  // namespace meadow::discovery
