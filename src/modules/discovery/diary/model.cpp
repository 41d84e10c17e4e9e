#include "modules/discovery/diary/model.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace meadow::discovery {
namespace {

template <class Body, class Use>
void with(const Entry& entry, Use use)
{
    if (const auto body = from_json<Body>(entry.body); body.ok()) use(*body);
}

}  // namespace

void tell(engine::Engine& engine, const Entry& e)
{
    switch (e.kind) {
        case EntryKind::note:
            with<NoteEntry>(e, [&](const auto& b) {
                engine::NoteLooks looks{std::uint64_t(b.face), std::uint64_t(b.print.value_or(0)), b.products};
                if (b.things) looks.things = *b.things;
                looks.cover = std::uint64_t(b.cover.value_or(0));
                looks.mood = int(b.mood.value_or(0));
                if (b.cell) looks.cell = engine::CellKey(*b.cell);
                engine.note(e.at, b.note, b.author, engine::TopicKey(b.topic), looks);
            });
            return;
        case EntryKind::withdrawn: with<WithdrawnEntry>(e, [&](const auto& b) { engine.withdrawn(e.at, b.note); }); return;
        case EntryKind::page:
            with<PageEntry>(e, [&](const auto& b) { engine.shown(e.at, e.reader, {b.notes, b.policy, {}}); });
            return;
        case EntryKind::deed:
            // Only what a page stands behind: a like from a profile or a search says nothing about the feed, and is no fault either.
            with<DeedEntry>(e, [&](const auto& b) {
                engine.claimed(e.at, e.reader, b.note, b.deed);
                if (engine.exposed(e.reader, b.note)) engine.heard(e.at, e.reader, b.note, b.deed, engine::Arrival::feed);
            });
            return;
        case EntryKind::remark:
            with<RemarkEntry>(e, [&](const auto& b) {
                if (b.asks || b.mood != 0) engine.remarked(e.at, e.reader, b.note, b.asks, int(b.mood));
                engine::Sketch sketch{};
                if (!b.sketch || b.sketch->size() != sketch.size()) return;
                std::transform(b.sketch->begin(), b.sketch->end(), sketch.begin(), [](std::int64_t part) { return std::uint32_t(part); });
                engine.said(e.at, e.reader, b.note, sketch);
            });
            return;
        case EntryKind::trade: with<TradeEntry>(e, [&](const auto& b) { engine.traded(e.at, e.reader, b.seller, b.turn.value_or(engine::Turn::paid)); }); return;
        case EntryKind::follow: with<FollowEntry>(e, [&](const auto& b) { engine.follows(e.at, e.reader, b.author, true); }); return;
        case EntryKind::unfollow: with<FollowEntry>(e, [&](const auto& b) { engine.follows(e.at, e.reader, b.author, false); }); return;
        case EntryKind::topics:
            with<TopicsEntry>(e, [&](const auto& b) {
                const std::vector<engine::TopicKey> keys(b.topics.begin(), b.topics.end());
                engine.reader(e.at, e.reader, keys);
            });
            return;
        case EntryKind::pick: with<PickEntry>(e, [&](const auto& b) { engine.picked(e.at, b.note, b.until); }); return;
        case EntryKind::product: with<ProductEntry>(e, [&](const auto& b) { engine.stocked(e.at, b.product, b.on_sale.value_or(true)); }); return;
        case EntryKind::want: with<ProductEntry>(e, [&](const auto& b) { engine.wants(e.at, e.reader, b.product); }); return;
        case EntryKind::policy: with<PolicyEntry>(e, [&](const auto& b) { engine.adopt(e.at, engine::policy_with(b.version, b.effective_from, b.numbers)); }); return;
        case EntryKind::finding: with<FindingEntry>(e, [&](const auto& b) { engine.decided(e.at, b.number, b.upheld); }); return;
        case EntryKind::forget:
            with<TopicsEntry>(e, [&](const auto& b) {
                if (b.topics.empty()) engine.forgets(e.at, e.reader);
                for (const std::int64_t topic : b.topics) engine.forgets(e.at, e.reader, engine::TopicKey(topic));
            });
            return;
    }
}

}  // namespace meadow::discovery
