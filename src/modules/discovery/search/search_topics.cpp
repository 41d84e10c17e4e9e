#include "modules/discovery/search/search_topics.hpp"

#include <cmath>

#include "modules/discovery/search/entries.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"
#include "modules/discovery/wishes/drop_hidden.hpp"

namespace meadow::discovery {

Result<FoundTopics> search_topics(ReadCtx& ctx, const SearchTopics& in)
{
    const Library& library = ctx.outside<Library>();
    const auto notes = library.notes.snapshot();
    const auto& normaliser = library.topics.segmenter().normaliser();
    const auto count = [&](std::int64_t number) {
        const auto name = library.topic_names.of(number);
        return name ? std::int64_t(notes->holders(lang::name_key(lang::NameKind::topic, normaliser.plain(*name)))) : 0;
    };
    const auto weigh = [&](std::vector<lang::Hit>& hits) {
        for (lang::Hit& hit : hits) hit.score *= float(1 + 0.1 * std::log1p(double(count(hit.id))));
    };
    // A topic is there while a public note stands in it, and not because one once did.
    const Hits hits = TRY(find_hits(library.topics, library.words, library.readings,
                                    {.text = in.q, .cursor = in.cursor, .limit = in.limit, .now = ctx.now, .names = true, .by_time = false,
                                     .accept = [&](std::int64_t number) { return count(number) > 0; }, .weigh = weigh}));
    if (!in.cursor) ctx.outside<QueryLog>().note(ctx.who, SearchTab::topics, in.q, std::int64_t(hits.ids.size()), ctx.now);

    FoundTopics found;
    const auto hidden = hides_topic(ctx);
    for (const std::int64_t number : hits.ids) {
        const std::string name = *library.topic_names.of(number);
        if (hidden(name)) continue;
        found.items.push_back({name, highlights(normaliser, name, hits.query), count(number)});
    }
    found.next = hits.next;
    found.complete = library.topics.complete();
    return found;
}

}  // namespace meadow::discovery
