#include "modules/discovery/trials/show_ladder.hpp"

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/interests/topics.hpp"

namespace meadow::discovery {

Result<LadderView> show_ladder(ReadCtx& ctx, const Nothing&)
{
    engine::LadderReport report = ctx.outside<Curator>().study([](const engine::State& state) { return engine::report_of(state); });
    LadderView out;
    out.at = report.at;
    out.policy = report.policy;
    out.first_pool = report.first_pool;
    out.trial_share = report.trial_share;
    out.rungs = report.rungs;
    out.waiting = report.rungs.trial;
    out.starved = report.starved;
    std::vector<NoteId> starved;
    for (const auto& one : report.starved_notes) starved.push_back(one.note);
    const auto names_of_notes = note_names(ctx.tx, starved);
    for (const auto& one : report.starved_notes) out.starved_notes.push_back({one, named_in(names_of_notes, one.note)});
    out.pools = std::move(report.pools);
    out.promotion = report.promotion;
    out.impressions = report.impressions;
    out.authors = report.authors;
    out.gini = report.gini;
    out.top_share = report.top_share;
    std::vector<ListId> lists;
    for (const auto& queue : report.queues) lists.push_back(ListId{std::int64_t(queue.topic)});
    const auto names = store::topic_names(ctx.tx, lists);
    for (const auto& queue : report.queues)
        out.queues.push_back({name_of(names, ListId{std::int64_t(queue.topic)}), queue.waiting,
                              queue.oldest ? std::optional(queue.oldest) : std::nullopt, queue.listed, queue.bar});
    return out;
}

}  // namespace meadow::discovery
