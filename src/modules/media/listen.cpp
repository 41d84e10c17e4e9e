// What media does on hearing news. Every handler may hear the same news twice.
#include "base/json.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "modules/media/events.hpp"
#include "modules/media/items/store.hpp"
#include "modules/media/module.hpp"

namespace meadow::media {
namespace {

constexpr std::int64_t piece = 1000;

// Whose pictures they were is forgotten. The pictures themselves stay: reviews and the goods of shops still show them.
Done disown(WriteCtx& ctx, const UploadsToDisown& news)
{
    store::delete_usage(ctx.tx, news.owner);
    if (store::disown_items(ctx.tx, news.owner, piece) == piece) ctx.tell(UploadsToDisown{news.owner});
    return done();
}

// A profile's picture is chosen where nobody asks media, one's own upload or another's.
Done use_face(WriteCtx& ctx, const identity::ProfileChanged& news)
{
    for (const identity::PersonCard& card : identity::person_cards(ctx.tx, {news.user}))
        if (card.avatar) store::mark_used(ctx.tx, card.avatar);
    return done();
}

Done begin_disowning(WriteCtx& ctx, const identity::AccountDeleted& news) { return disown(ctx, {news.user}); }

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("media", use_face);
    listeners.on("media", begin_disowning);
    listeners.on("media", disown);
}

// The newest 10,000 uploads.
void add_personal_data(identity::DataContributors& contributors)
{
    contributors.add("media", [](ReadCtx& ctx, UserId user) { return to_json(store::items_of(ctx.tx, user, 10'000)); });
}

}  // namespace meadow::media
