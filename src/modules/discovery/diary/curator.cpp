#include "modules/discovery/diary/curator.hpp"

#include "base/json.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t entries_at_once = 64;   // under one hold of the lock

}  // namespace

engine::Page Curator::serve(Instant now, UserId reader, std::size_t slots, const engine::Wishes& wishes)
{
    return served_.serve(reader, slots, [&](std::size_t wanted) {
        const auto reading = shared();
        return engine_.page(now, reader, wanted, wishes);
    });
}

engine::Page Curator::anonymous(Instant now, const engine::Wishes& wishes) const
{
    const auto reading = shared();
    return engine_.page(now, {}, engine::most_slots, wishes);
}

std::optional<engine::Note> Curator::note(NoteId id) const
{
    const auto reading = shared();
    const engine::Note* found = engine_.state().find_note(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::vector<Curator::Standing> Curator::standings(const std::vector<NoteId>& ids, UserId reader) const
{
    std::vector<Standing> out(ids.size());
    const auto reading = shared();
    const engine::State& state = engine_.state();
    const engine::Reader* const who = reader ? state.find_reader(reader) : nullptr;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const engine::Note* const note = state.find_note(ids[i]);
        if (note == nullptr) continue;
        out[i].appeal = state.appeal(*note).mean;
        if (who != nullptr) out[i].affinity = state.affinity(*who, note->topic);
    }
    return out;
}

void Curator::read(const std::vector<store::EntryRow>& rows)
{
    for (std::size_t from = 0; from < rows.size(); from += entries_at_once) {
        const std::size_t end = std::min(rows.size(), from + entries_at_once);
        {
            const auto telling = alone();
            for (std::size_t i = from; i < end; ++i) tell(engine_, {rows[i].reader, rows[i].key, rows[i].at, rows[i].kind, rows[i].body});
            place_ = {rows[end - 1].xid, rows[end - 1].seq};
        }
        for (std::size_t i = from; i < end; ++i) {
            if (rows[i].kind != EntryKind::page) continue;
            if (const auto page = from_json<PageEntry>(rows[i].body); page.ok()) served_.told(rows[i].reader, page->notes);
        }
    }
}

store::Place Curator::place() const
{
    const auto reading = shared();
    return place_;
}

std::string Curator::snapshot() const
{
    const auto reading = shared();
    return engine_.snapshot();
}

}  // namespace meadow::discovery
