// What happens to notes and comments on hearing news: their time comes, a verdict falls, a pinned product changes.
#include "jobs/news.hpp"
#include "modules/catalog/events.hpp"
#include "modules/community/comments/change_comment.hpp"
#include "modules/community/comments/store.hpp"
#include "modules/community/events.hpp"
#include "modules/community/notes/compose.hpp"
#include "modules/community/notes/life.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/governance/events.hpp"

namespace meadow::community {
namespace {

// A refusal parks the news, and it is tried again: the author was just saving.
Done publish_due(WriteCtx& ctx, const NoteDue& news)
{
    const auto note = store::find_note(ctx.tx, news.author, news.note);
    if (!note || note->state != NoteState::scheduled || note->due_at > ctx.now) return done();
    TRY(change_state(ctx, *note, NoteState::published, "its time came"));
    return done();
}

Done judge_comment(WriteCtx& ctx, const governance::VerdictReached& news)
{
    const auto place = store::find_comment_place(ctx.tx, CommentId{news.subject.id});
    const auto comment = place ? store::find_comment(ctx.tx, *place) : std::nullopt;
    const CommentState to = news.hidden ? CommentState::hidden : CommentState::shown;
    if (!comment || comment->state == to || !may_move(comment->state, to)) return done();
    return change_state(ctx, *comment, to, news.reason);
}

Done apply_verdict(WriteCtx& ctx, const governance::VerdictReached& news)
{
    if (news.subject.kind == governance::SubjectKind::comment) return judge_comment(ctx, news);
    if (news.subject.kind != governance::SubjectKind::note) return done();
    const auto home = store::find_home(ctx.tx, NoteId{news.subject.id});
    const auto note = home ? store::find_note(ctx.tx, home->author, NoteId{news.subject.id}) : std::nullopt;
    const NoteState to = news.hidden ? NoteState::hidden : NoteState::published;
    const NoteState from = news.hidden ? NoteState::published : NoteState::hidden;
    if (!note || note->state != from) return done();
    TRY(change_state(ctx, *note, to, news.reason));
    return done();
}

constexpr std::int64_t pins_at_once = 100;

// The rate an author is paid, or the shop's staff, may have changed: decide the label anew. A product that is pinned very often is
// worked off in pieces, each its own news.
Done decide_disclosure(WriteCtx& ctx, ProductId product, NoteId after)
{
    const auto pins = store::list_pins(ctx.tx, product, after, pins_at_once);
    for (const store::Pin& pin : pins) {
        const auto note = store::find_note(ctx.tx, pin.author, pin.note);
        if (!note) continue;
        const bool pays = pays_author(ctx.tx, note->author, catalog::product_cards(ctx.tx, note->products));
        if (pays == note->disclosed_by_rule || !store::set_rule_disclosure(ctx.tx, note->author, note->id, pays)) continue;
        tell_audience(ctx, note->audience(), *note);
    }
    if (std::int64_t(pins.size()) == pins_at_once) ctx.tell(PinsToCheck{product, pins.back().note});
    return done();
}

Done check_pins(WriteCtx& ctx, const catalog::ProductListed& news) { return decide_disclosure(ctx, news.product, {}); }
Done check_more_pins(WriteCtx& ctx, const PinsToCheck& news) { return decide_disclosure(ctx, news.product, news.after); }

}  // namespace

void hear_of_notes(jobs::Listeners& listeners)
{
    listeners.on("community", publish_due);
    listeners.on("community", apply_verdict);
    listeners.on("community", check_pins);
    listeners.on("community", check_more_pins);
}

}  // namespace meadow::community
