#include "modules/discovery/search/search_notes.hpp"

#include <algorithm>
#include <cmath>

#include "modules/discovery/cards/render_cards.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/feeds/show_latest.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/search/freshness.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"
#include "modules/discovery/search/sought.hpp"
#include "modules/discovery/wishes/drop_hidden.hpp"

namespace meadow::discovery {
namespace {

// How far standing and taste may move a note: beside words that fit they are a tie-breaker.
constexpr double appeal_power = 0.25, most_appeal = 1.4, least_appeal = 0.7;
constexpr double affinity_power = 0.1, most_affinity = 1.15, least_affinity = 0.95;

double bounded(double standing, double power, double least, double most)
{
    return std::clamp(1 + power * std::log(std::max(standing, 0.01)), least, most);
}

// Rather something to read than an empty page.
Result<FoundNotes> newest_instead(ReadCtx& ctx, const SearchNotes& in, FoundNotes found)
{
    FeedPage page = TRY(show_latest(ctx, {{}, in.limit, {}}));
    found.items = std::move(page.items);
    found.matches.resize(page.cards);
    found.mine = std::move(page.mine);
    found.instead = true;
    return found;
}

}  // namespace

Result<FoundNotes> search_notes(ReadCtx& ctx, const SearchNotes& in)
{
    const Library& library = ctx.outside<Library>();
    const Book& book = library.notes;
    Curator& curator = ctx.outside<Curator>();
    const bool personal = ctx.who.signed_in() && store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{}).personal;
    const auto weigh = [&](std::vector<lang::Hit>& hits) {
        std::vector<NoteId> notes;
        for (const lang::Hit& hit : hits) notes.push_back({hit.id});
        const auto standings = curator.standings(notes, personal ? ctx.who.user : UserId{});
        for (std::size_t i = 0; i < hits.size(); ++i)
            hits[i].score *= float(bounded(standings[i].appeal, appeal_power, least_appeal, most_appeal) *
                                   bounded(standings[i].affinity, affinity_power, least_affinity, most_affinity));
    };
    const lang::Fade fade = fade_for(ctx, freshness_of(book.segmenter().normaliser().plain(in.q)));
    const Hits hits = TRY(find_hits(book, library.words, library.readings, {.text = in.q, .cursor = in.cursor, .limit = in.limit, .now = ctx.now,
                                    .newest = in.sort == NoteSort::newest, .fade = fade, .weigh = weigh}));
    if (!in.cursor) ctx.outside<QueryLog>().note(ctx.who, SearchTab::notes, in.q, std::int64_t(hits.ids.size()), ctx.now);

    FoundNotes found;
    found.complete = book.complete();
    if (hits.ids.empty() && !in.cursor) return newest_instead(ctx, in, std::move(found));
    std::vector<NoteId> ids;
    for (const std::int64_t id : hits.ids) ids.push_back({id});
    auto cards = cards_of(ctx, ids);
    drop_blocked(ctx, cards);
    drop_hidden(ctx, cards);
    const lang::Highlighter highlighter(book.segmenter().normaliser(), hits.query);
    std::int64_t exact = 0;
    Sought sought{ctx.who.user, ctx.now, SearchTab::notes, in.q};
    for (const CardPtr& card : cards) {
        found.matches.push_back({highlights(highlighter, card->title), excerpt(highlighter, card->text)});
        const std::int64_t place = std::find(ids.begin(), ids.end(), card->note) - ids.begin();
        if (place >= hits.relaxed_from.value_or(INT64_MAX)) continue;
        ++exact;
        if (personal && sought.notes.size() < Sought::most_found) sought.notes.push_back(card->note);
    }
    if (personal) {
        std::vector<NoteId> shown;
        for (const CardPtr& card : cards) shown.push_back(card->note);
        curator.served().keep(ctx.now, ctx.who.user, Surface::search, std::move(shown));
    }
    if (!in.cursor) ctx.outside<SoughtLog>().note(std::move(sought));
    found.items = listed(cards);
    found.next = hits.next;
    found.corrected = hits.corrected;
    if (hits.relaxed_from) found.relaxed_from = exact;
    if (ctx.who.signed_in()) found.mine = mine_of(ctx, cards);
    return found;
}

}  // namespace meadow::discovery
