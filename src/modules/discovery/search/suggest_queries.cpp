#include "modules/discovery/search/suggest_queries.hpp"

#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t suggestions = 10, hot = 20;

SuggestedQueries heaviest(const ReadCtx& ctx, std::string_view prefix, std::size_t limit)
{
    SuggestedQueries out;
    if (const auto phrases = ctx.outside<QueryLog>().phrases())
        for (lang::Phrase& phrase : phrases->complete(prefix, limit)) out.items.push_back(std::move(phrase.text));
    return out;
}

}  // namespace

Result<SuggestedQueries> suggest_queries(ReadCtx& ctx, const SuggestQueries& in) { return heaviest(ctx, in.q, suggestions); }
Result<SuggestedQueries> hot_queries(ReadCtx& ctx, const HotQueries&) { return heaviest(ctx, "", hot); }

}  // namespace meadow::discovery
