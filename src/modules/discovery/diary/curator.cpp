#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t entries_at_once = 16;   // while readers wait

}  // namespace

engine::Page Curator::serve(Instant now, UserId reader, std::size_t slots, const engine::Asked& asked)
{
    engine::Asked with_space = asked;
    with_space.space = space();
    return served_.serve(reader, slots, [&](std::size_t wanted) {
        const auto reading = gate_.read();
        return engine_.page(now, reader, wanted, with_space);
    });
}

engine::Page Curator::anonymous(Instant now, const engine::Asked& asked) const
{
    const auto reading = gate_.read();
    return engine_.page(now, {}, engine::most_slots, asked);
}

std::optional<engine::Note> Curator::note(NoteId id) const
{
    const auto reading = gate_.read();
    const engine::Note* found = engine_.state().find_note(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::vector<Curator::Standing> Curator::standings(const std::vector<NoteId>& ids, UserId reader) const
{
    std::vector<Standing> out(ids.size());
    const auto reading = gate_.read();
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

store::Place Curator::write(const std::function<void(std::string_view)>& to) const
{
    const auto still = gate_.study();
    engine_.write(to);
    return place_;
}

void Curator::restore(engine::Engine engine, store::Place place)
{
    const auto telling = gate_.tell();
    engine_ = std::move(engine);
    place_ = place;
}

bool Curator::snapshot_is_due(Instant now)
{
    constexpr Duration pause = std::chrono::minutes{10};
    if (!snapshot_due_) snapshot_due_ = now + pause;
    if (snapshots_.empty() || now < snapshot_due_) return false;
    snapshot_due_ = now + pause;
    return true;
}

bool Curator::weighing_is_due(Instant now)
{
    constexpr Duration pause = std::chrono::minutes{1};
    if (now < weighing_due_) return false;
    weighing_due_ = now + pause;
    return true;
}

bool Curator::folding_is_due(Instant now)
{
    constexpr Duration pause = std::chrono::minutes{10};
    if (now < folding_due_) return false;
    folding_due_ = now + pause;
    return true;
}

void Curator::weigh()
{
    const auto use = study([](const engine::State& state) { return std::make_shared<const engine::MemoryUse>(engine::memory_of(state)); });
    std::atomic_store(&memory_, use);
}

engine::MemoryUse Curator::memory() const
{
    const auto use = std::atomic_load(&memory_);
    return use ? *use : engine::MemoryUse{};
}

bool Curator::space_is_due(Instant now)
{
    constexpr Duration pause = std::chrono::hours{6}, first = std::chrono::minutes{5};
    if (!space_due_) space_due_ = now + first;
    if (now < space_due_) return false;
    space_due_ = now + pause;
    return true;
}

void Curator::learn_space()
{
    std::vector<std::vector<std::uint32_t>> histories;
    std::size_t items = 0;
    {
        const auto still = gate_.study();
        for (const auto& history : engine_.state().taste.histories())
            if (history.size() > 1) histories.emplace_back(history.begin(), history.end());
        items = engine_.state().taste.items();
    }
    if (histories.size() < least_readers) return;
    std::atomic_store(&space_, engine::FactorSpace::learn(histories, items));
}

void Curator::read(const std::vector<Told>& entries)
{
    for (std::size_t from = 0; from < entries.size(); from += entries_at_once) {
        const std::size_t end = std::min(entries.size(), from + entries_at_once);
        {
            const auto telling = gate_.tell();
            for (std::size_t i = from; i < end; ++i) tell(engine_, entries[i].telling);
            place_ = entries[end - 1].place;
        }
        for (std::size_t i = from; i < end; ++i)
            if (const auto* const page = std::get_if<PageEntry>(&entries[i].telling.body)) served_.told(entries[i].telling.reader, page->notes);
    }
}

store::Place Curator::place() const
{
    const auto reading = gate_.read();
    return place_;
}

std::string Curator::snapshot() const
{
    const auto still = gate_.study();
    return engine_.snapshot();
}

}  // namespace meadow::discovery
