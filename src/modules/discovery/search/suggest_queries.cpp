#include "modules/discovery/search/suggest_queries.hpp"

#include "modules/discovery/search/query_log.hpp"
#include "modules/discovery/wishes/drop_hidden.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t suggestions = 10;

}  // namespace

Result<SuggestedQueries> suggest_queries(ReadCtx& ctx, const SuggestQueries& in)
{
    SuggestedQueries out;
    const auto hidden = hides_topic(ctx);
    if (const auto phrases = ctx.outside<QueryLog>().phrases())
        for (lang::Phrase& phrase : phrases->complete(in.q, suggestions))
            if (!hidden(phrase.text)) out.items.push_back(std::move(phrase.text));
    return out;
}

Result<SuggestedQueries> hot_queries(ReadCtx& ctx, const HotQueries&) 
{
    SuggestedQueries out{ctx.outside<QueryLog>().hot()};
    const auto hidden = hides_topic(ctx);
    std::erase_if(out.items, [&](const std::string& query) { return hidden(query); });
    return out;
}

}  // namespace meadow::discovery
