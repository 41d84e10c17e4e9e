#include "modules/discovery/search/search_users.hpp"

#include <algorithm>

#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {

Result<FoundUsers> search_users(ReadCtx& ctx, const SearchUsers& in)
{
    const Library& library = ctx.outside<Library>();
    const Book& book = library.people;
    const Hits hits = TRY(find_hits(book, library.words, library.readings, {.text = in.q, .cursor = in.cursor, .limit = in.limit, .now = ctx.now, .names = true}));
    if (!in.cursor) ctx.outside<QueryLog>().note(ctx.who, SearchTab::users, in.q, std::int64_t(hits.ids.size()), ctx.now);

    std::vector<UserId> ids;
    for (const std::int64_t id : hits.ids) ids.push_back({id});
    if (ctx.who.signed_in()) {
        const auto blocked = identity::blocked_with(ctx.tx, ctx.who.user, ids);
        std::erase_if(ids, [&](UserId id) { return std::find(blocked.begin(), blocked.end(), id) != blocked.end(); });
    }
    const auto cards = identity::person_cards(ctx.tx, ids);
    FoundUsers found;
    for (const UserId id : ids) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == id; });
        if (card != cards.end()) found.items.push_back({*card, highlights(book.segmenter().normaliser(), card->name, hits.query)});
    }
    found.next = hits.next;
    found.complete = book.complete();
    return found;
}

}  // namespace meadow::discovery
