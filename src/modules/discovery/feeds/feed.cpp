#include "modules/discovery/feeds/feed.hpp"

#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/drop_hidden.hpp"

namespace meadow::discovery {
namespace {

constexpr int most_rounds = 4;

std::vector<StepTrace> run_steps(FeedWork& work, std::span<const Step> steps)
{
    std::vector<StepTrace> trace;
    for (const Step& step : steps) {
        step.run(work);
        trace.push_back({std::string(step.name), std::int64_t(work.candidates.size())});
    }
    return trace;
}

// Who wants no personal page leaves no trace of what they were shown.
void keep_shown(ReadCtx& ctx, Surface surface, const std::vector<CardPtr>& cards)
{
    if (!ctx.who.signed_in() || cards.empty() || !store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{}).personal) return;
    std::vector<NoteId> notes;
    for (const CardPtr& card : cards) notes.push_back(card->note);
    ctx.outside<Curator>().served().keep(ctx.now, ctx.who.user, surface, std::move(notes));
}

}  // namespace

FeedPage run_feed(FeedWork& work, std::span<const Step> steps, bool explain)
{
    FeedPage page;
    std::vector<CardPtr> cards;
    std::vector<StepTrace> trace;
    const std::int64_t wanted = work.limit;
    for (int round = 0; round < most_rounds; ++round) {
        work.candidates.clear();
        work.next.reset();
        work.limit = wanted - std::int64_t(cards.size());
        auto told = run_steps(work, steps);
        trace.insert(trace.end(), told.begin(), told.end());

        std::vector<NoteId> notes;
        notes.reserve(work.candidates.size());
        for (const Candidate& candidate : work.candidates) notes.push_back(candidate.note);
        auto found_cards = cards_of(work.ctx, notes);
        if (!work.sought) drop_hidden(work.ctx, found_cards);
        for (CardPtr& card : found_cards) {
            if (work.from) {
                if (!page.metres) page.metres.emplace();
                const auto found = std::find_if(work.candidates.begin(), work.candidates.end(), [&](const Candidate& c) { return c.note == card->note; });
                page.metres->push_back(found->metres);
            }
            cards.push_back(std::move(card));
        }
        if (!work.next || std::int64_t(cards.size()) >= wanted) break;
        work.after = *work.next;
    }
    if (work.surface) keep_shown(work.ctx, *work.surface, cards);
    page.items = listed(cards);
    page.cards = cards.size();
    if (work.next) page.next = cursor_text(*work.next);
    if (work.ctx.who.signed_in()) page.mine = mine_of(work.ctx, cards);
    if (explain) page.steps = std::move(trace);
    return page;
}

Result<Cursor> feed_cursor(const std::optional<std::string>& text)
{
    const auto cursor = parse_cursor(text.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return *cursor;
}

Result<bool> may_explain(const ReadCtx& ctx, std::optional<bool> asked)
{
    if (!asked.value_or(false)) return false;
    if (!ctx.who.is(Role::operator_)) return refuse(not_allowed, "Only operators may have a page explained");
    return true;
}

}  // namespace meadow::discovery
