#include "modules/discovery/readers/choose_feed.hpp"

#include "modules/discovery/events.hpp"

namespace meadow::discovery {

Done choose_feed(WriteCtx& ctx, const ChooseFeed& in)
{
    const ReaderRow row{in.personal, {in.topics.begin(), in.topics.end()}};
    store::put_reader(ctx.tx, ctx.who.user, row);
    ctx.tell(FeedChosen{ctx.who.user, row.personal ? row.topics : std::vector<std::string>{}, ctx.now});
    return done();
}

Result<ReaderRow> my_feed(ReadCtx& ctx, const Nothing&) { return store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{}); }

}  // namespace meadow::discovery
