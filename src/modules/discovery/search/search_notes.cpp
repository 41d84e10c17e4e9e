#include "modules/discovery/search/search_notes.hpp"

#include <algorithm>

#include "modules/community/community.hpp"
#include "modules/discovery/cards/render_cards.hpp"
#include "modules/discovery/feeds/show_latest.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {
namespace {

std::vector<NoteMatch> matches_of(ReadCtx& ctx, const std::vector<CardPtr>& cards, const lang::Segmenter& segmenter, const lang::Segmented& query)
{
    std::vector<NoteId> ids;
    for (const CardPtr& card : cards) ids.push_back(card->note);
    const auto notes = community::public_notes(ctx.tx, ids);
    std::vector<NoteMatch> out;
    for (const NoteId id : ids) {
        NoteMatch& match = out.emplace_back();
        const auto note = std::find_if(notes.begin(), notes.end(), [&](const auto& n) { return n.id == id; });
        if (note == notes.end()) continue;
        match.title = highlights(segmenter, shown_title(note->title, note->text), query);
        match.text = excerpt(segmenter, note->text, query);
    }
    return out;
}

// Rather something to read than an empty page.
Result<FoundNotes> newest_instead(ReadCtx& ctx, const SearchNotes& in, FoundNotes found)
{
    FeedPage page = TRY(show_latest(ctx, {{}, in.limit, {}}));
    found.items = std::move(page.items);
    found.matches.resize(found.items.size());
    found.mine = std::move(page.mine);
    found.instead = true;
    return found;
}

}  // namespace

Result<FoundNotes> search_notes(ReadCtx& ctx, const SearchNotes& in)
{
    const Book& book = ctx.outside<Library>().notes;
    const Hits hits = TRY(find_hits(book, in.q, in.cursor, in.limit, ctx.now));
    if (!in.cursor) ctx.outside<QueryLog>().note(ctx.who, SearchTab::notes, in.q, std::int64_t(hits.ids.size()), ctx.now);

    FoundNotes found;
    found.complete = book.complete();
    if (hits.ids.empty() && !in.cursor) return newest_instead(ctx, in, std::move(found));
    std::vector<NoteId> ids;
    for (const std::int64_t id : hits.ids) ids.push_back({id});
    auto cards = cards_of(ctx, ids);
    drop_blocked(ctx, cards);
    for (const CardPtr& card : cards) found.items.push_back({card->json});
    found.matches = matches_of(ctx, cards, book.segmenter(), hits.query);
    found.next = hits.next;
    if (ctx.who.signed_in()) found.mine = mine_of(ctx, cards);
    return found;
}

}  // namespace meadow::discovery
