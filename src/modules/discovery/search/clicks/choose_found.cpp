#include "modules/discovery/search/clicks/choose_found.hpp"

#include "modules/discovery/search/clicks/store.hpp"
#include "modules/discovery/search/pseudonyms.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {

Done choose_found(WriteCtx& ctx, const ChooseFound& in)
{
    const std::string query = ctx.outside<lang::Segmenter>().normaliser().plain(in.q);
    if (query.empty()) return done();
    const std::int64_t today = day_of(ctx.now);
    store::put_click(ctx.tx, query, in.product, today, pseudonym(salt_of(ctx.tx, today, ctx.dice), ctx.who.user));
    return done();
}

}  // namespace meadow::discovery
