#include "modules/discovery/answers/record_answers.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {

namespace {

// Who looks at a product of a note has opened the note.
engine::Deed deed_of(Answered answer)
{
    switch (answer) {
        case Answered::hide: return engine::Deed::hide;
        case Answered::cart: return engine::Deed::cart;
        case Answered::read: return engine::Deed::read;
        case Answered::click:
        case Answered::product: return engine::Deed::click;
    }
    return engine::Deed::click;
}

bool is_read(const AnswerEvent& e) { return e.answer == Answered::read; }

}  // namespace

Result<RecordedAnswers> record_answers(WriteCtx& ctx, const RecordAnswers& in)
{
    RecordedAnswers out;
    std::int64_t least_dwell = 0;
    if (std::any_of(in.answers.begin(), in.answers.end(), is_read))
        least_dwell = 1'000 * ctx.outside<Curator>().look([](const engine::State& state) { return state.policy.read_seconds; });
    // A page is written down a moment after it was served. An answer that is acknowledged must not outlive it.
    for (const Entry& page : ctx.outside<Curator>().served().waiting(ctx.who.user)) store::insert_entry(ctx.tx, page);
    for (const AnswerEvent& e : in.answers) {
        if (is_read(e) && (!e.dwell_ms || *e.dwell_ms < least_dwell)) continue;
        const Instant at = std::min(e.at.value_or(ctx.now), ctx.now);
        const auto slot = e.slot ? std::optional(std::int64_t{*e.slot}) : std::nullopt;
        const Entry entry{ctx.who.user, "told:" + e.event, at, EntryKind::deed, to_json(DeedEntry{e.note, deed_of(e.answer), e.surface, slot})};
        if (!store::insert_entry(ctx.tx, entry)) continue;
        ++out.recorded;
        if (e.product) store::insert_entry(ctx.tx, {ctx.who.user, "told:" + e.event + ":product", at, EntryKind::want, to_json(ProductEntry{*e.product})});
    }
    return out;
}

}  // namespace meadow::discovery
