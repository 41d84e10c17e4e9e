// What discovery does on hearing news. Every handler may hear the same news twice, and late: it looks at how things are now.
#include "modules/community/events.hpp"
#include "modules/discovery/lists/place_notes.hpp"
#include "modules/discovery/module.hpp"

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

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("discovery", note_seen);
    listeners.on("discovery", note_gone);
}

}  // namespace meadow::discovery
