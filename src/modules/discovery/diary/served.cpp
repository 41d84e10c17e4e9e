#include "modules/discovery/diary/served.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace meadow::discovery {

bool ServedPages::contains(const std::deque<NoteId>& all, NoteId note) { return std::find(all.begin(), all.end(), note) != all.end(); }

void ServedPages::keep(Instant now, UserId reader, const engine::Page& page, const std::vector<NoteId>& dropped)
{
    Board& board = board_of(reader);
    const std::lock_guard lock(board.mutex);
    if (const auto found = board.shown.find(reader); found != board.shown.end()) {
        for (const NoteId note : dropped) std::erase(found->second, note);
        if (found->second.empty()) board.shown.erase(found);
    }
    if (page.notes.empty()) return;
    if (board.waiting.size() < most_waiting)
        board.waiting.push_back({reader, "page:" + std::to_string(now.us) + ":" + std::to_string(++board.pages), now, EntryKind::page,
                                 to_json(PageEntry{page.policy, page.notes})});
    else if (const auto found = board.shown.find(reader); found != board.shown.end())   // the diary will never tell of them
        std::erase_if(found->second, [&](NoteId note) { return std::any_of(page.notes.begin(), page.notes.end(), [note](const auto& p) { return p.note == note; }); });
}

void ServedPages::keep(Instant now, UserId reader, Surface surface, std::vector<NoteId> notes)
{
    if (notes.empty()) return;
    std::string body = to_json(ListEntry{surface, std::move(notes)});
    Board& board = board_of(reader);
    const std::lock_guard lock(board.mutex);
    if (board.waiting.size() < most_waiting)
        board.waiting.push_back({reader, "list:" + std::to_string(now.us) + ":" + std::to_string(++board.pages), now, EntryKind::list, std::move(body)});
}

std::vector<Entry> ServedPages::waiting() const
{
    std::vector<Entry> out;
    for (const Board& board : boards_) {
        const std::lock_guard lock(board.mutex);
        out.insert(out.end(), board.waiting.begin(), board.waiting.end());
    }
    return out;
}

std::vector<Entry> ServedPages::waiting(UserId reader) const
{
    std::vector<Entry> out;
    const Board& board = board_of(reader);
    const std::lock_guard lock(board.mutex);
    for (const Entry& entry : board.waiting)
        if (entry.reader == reader) out.push_back(entry);
    return out;
}

void ServedPages::written(const std::vector<Entry>& entries)
{
    for (const Entry& entry : entries) {
        Board& board = board_of(entry.reader);
        const std::lock_guard lock(board.mutex);
        // They were copied in this order, so it is among the first.
        const auto found = std::find_if(board.waiting.begin(), board.waiting.end(), [&](const Entry& e) { return e.reader == entry.reader && e.key == entry.key; });
        if (found != board.waiting.end()) board.waiting.erase(found);
    }
}

void ServedPages::told(UserId reader, const std::vector<engine::Placed>& notes)
{
    Board& board = board_of(reader);
    const std::lock_guard lock(board.mutex);
    const auto found = board.shown.find(reader);
    if (found == board.shown.end()) return;
    for (const engine::Placed& placed : notes) std::erase(found->second, placed.note);
    if (found->second.empty()) board.shown.erase(found);
}

}  // namespace meadow::discovery
