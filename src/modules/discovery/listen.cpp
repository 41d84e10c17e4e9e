// What discovery does on hearing news. Every handler may hear the same news twice, and late: it looks at how things are now.
#include "modules/community/events.hpp"
#include "modules/discovery/events.hpp"
#include "modules/discovery/lists/place_notes.hpp"
#include "modules/discovery/module.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/store.hpp"
#include "modules/identity/events.hpp"

namespace meadow::discovery {
namespace {

Done note_seen(WriteCtx& ctx, const community::NotePublished& news)
{
    place_notes(ctx, {news.note});
    return done();
}

Done note_gone(WriteCtx& ctx, const community::NoteWithdrawn& news)
{
    place_notes(ctx, {news.note});
    return done();
}

Done person_left(WriteCtx& ctx, const identity::AccountDeleted& news)
{
    store::forget_reader(ctx.tx, news.user);
    store::forget_wishes(ctx.tx, news.user);
    ctx.tell(InterestForgotten{news.user, "", ctx.now});
    return done();
}

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("discovery", note_seen);
    listeners.on("discovery", note_gone);
    listeners.on("discovery", person_left);
}

}  // namespace meadow::discovery
