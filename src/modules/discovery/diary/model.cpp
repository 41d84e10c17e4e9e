#include "modules/discovery/diary/model.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/discovery/diary/quick.hpp"

namespace meadow::discovery {
namespace {

template <class Body>
Telling::Body read(std::string_view json)
{
    Body body;
    if constexpr (std::is_same_v<Body, PageEntry> || std::is_same_v<Body, DeedEntry>)
        if (quick::read(json, body)) return body;
    auto whole = from_json<Body>(json);
    if (!whole.ok()) return {};
    return std::move(*whole);
}

Telling::Body body_of(EntryKind kind, std::string_view json)
{
    switch (kind) {
        case EntryKind::note: return read<NoteEntry>(json);
        case EntryKind::withdrawn: return read<WithdrawnEntry>(json);
        case EntryKind::page: return read<PageEntry>(json);
        case EntryKind::deed: return read<DeedEntry>(json);
        case EntryKind::remark: return read<RemarkEntry>(json);
        case EntryKind::trade: return read<TradeEntry>(json);
        case EntryKind::follow:
        case EntryKind::unfollow: return read<FollowEntry>(json);
        case EntryKind::topics:
        case EntryKind::forget: return read<TopicsEntry>(json);
        case EntryKind::pick: return read<PickEntry>(json);
        case EntryKind::product:
        case EntryKind::want: return read<ProductEntry>(json);
        case EntryKind::policy: return read<PolicyEntry>(json);
        case EntryKind::finding: return read<FindingEntry>(json);
        case EntryKind::sought: return read<SoughtEntry>(json);
        case EntryKind::opened: return read<OpenedEntry>(json);
        case EntryKind::guests: return read<GuestsEntry>(json);
        case EntryKind::list: return read<ListEntry>(json);
    }
    return {};
}

engine::NoteLooks looks_of(const NoteEntry& b)
{
    engine::NoteLooks looks{std::uint64_t(b.face), std::uint64_t(b.print.value_or(0)), b.products};
    if (b.things) looks.things = *b.things;
    looks.cover = std::uint64_t(b.cover.value_or(0));
    looks.mood = int(b.mood.value_or(0));
    if (b.cell) looks.cell = engine::CellKey(*b.cell);
    return looks;
}

// What each kind of entry tells the engine.
struct Voice {
    engine::Engine& engine;
    const Telling& e;

    void operator()(std::monostate) const {}
    void operator()(const NoteEntry& b) const { engine.note(e.at, b.note, b.author, engine::TopicKey(b.topic), looks_of(b)); }
    void operator()(const WithdrawnEntry& b) const { engine.withdrawn(e.at, b.note); }
    void operator()(const PageEntry& b) const { engine.shown(e.at, e.reader, b.notes, b.policy); }
    void operator()(const DeedEntry& b) const
    {
        // What was met elsewhere arrived by a link, as far as the ladder is concerned: nothing is expected there.
        if (b.surface.value_or(Surface::discover) != Surface::discover) return;
        // Only what a page stands behind: a like from a profile or a search says nothing about the feed, and is no fault either.
        engine.claimed(e.at, e.reader, b.note, b.deed);
        if (engine.exposed(e.reader, b.note)) engine.heard(e.at, e.reader, b.note, b.deed, engine::Arrival::feed);
    }
    void operator()(const RemarkEntry& b) const
    {
        if (b.asks || b.mood != 0) engine.remarked(e.at, e.reader, b.note, b.asks, int(b.mood));
        engine::Sketch sketch{};
        if (!b.sketch || b.sketch->size() != sketch.size()) return;
        std::transform(b.sketch->begin(), b.sketch->end(), sketch.begin(), [](std::int64_t part) { return std::uint32_t(part); });
        engine.said(e.at, e.reader, b.note, sketch);
    }
    void operator()(const TradeEntry& b) const { engine.traded(e.at, e.reader, b.seller, b.turn.value_or(engine::Turn::paid)); }
    void operator()(const FollowEntry& b) const { engine.follows(e.at, e.reader, b.author, e.kind == EntryKind::follow); }
    void operator()(const TopicsEntry& b) const
    {
        const std::vector<engine::TopicKey> keys(b.topics.begin(), b.topics.end());
        if (e.kind == EntryKind::topics) return engine.reader(e.at, e.reader, keys);
        if (keys.empty()) engine.forgets(e.at, e.reader);
        for (const engine::TopicKey topic : keys) engine.forgets(e.at, e.reader, topic);
    }
    void operator()(const PickEntry& b) const { engine.picked(e.at, b.note, b.until); }
    void operator()(const ProductEntry& b) const
    {
        if (e.kind == EntryKind::want) engine.wants(e.at, e.reader, b.product);
        else engine.stocked(e.at, b.product, b.on_sale.value_or(true));
    }
    void operator()(const PolicyEntry& b) const { engine.adopt(e.at, engine::policy_with(b.version, b.effective_from, b.numbers)); }
    void operator()(const FindingEntry& b) const { engine.decided(e.at, b.number, b.upheld); }
    void operator()(const OpenedEntry& b) const
    {
        for (const NoteId note : b.notes) engine.heard(e.at, e.reader, note, engine::Deed::click, engine::Arrival::link);
    }
    void operator()(const SoughtEntry& b) const { engine.searched(e.at, e.reader, b.notes, b.products); }
    void operator()(const ListEntry&) const {}
    void operator()(const GuestsEntry&) const {}   // nobody's answers can be expected
};

}  // namespace

Telling telling_of(UserId reader, Instant at, EntryKind kind, std::string_view body) { return {reader, at, kind, body_of(kind, body)}; }

void tell(engine::Engine& engine, const Telling& entry) { std::visit(Voice{engine, entry}, entry.body); }

}  // namespace meadow::discovery
