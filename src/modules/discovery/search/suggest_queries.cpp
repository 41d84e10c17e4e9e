#include "modules/discovery/search/suggest_queries.hpp"

#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t suggestions = 10;

}  // namespace

Result<SuggestedQueries> suggest_queries(ReadCtx& ctx, const SuggestQueries& in)
{
    SuggestedQueries out;
    if (const auto phrases = ctx.outside<QueryLog>().phrases())
        for (lang::Phrase& phrase : phrases->complete(in.q, suggestions)) out.items.push_back(std::move(phrase.text));
    return out;
}

Result<SuggestedQueries> hot_queries(ReadCtx& ctx, const HotQueries&) { return SuggestedQueries{ctx.outside<QueryLog>().hot()}; }

}  // namespace meadow::discovery
