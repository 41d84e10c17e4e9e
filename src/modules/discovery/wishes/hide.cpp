#include "modules/discovery/wishes/hide.hpp"

#include "modules/discovery/interests/topics.hpp"
#include "modules/discovery/refusals.hpp"
#include "modules/discovery/wishes/wish.hpp"

namespace meadow::discovery {

Done hide_note(WriteCtx& ctx, const HideNote& in)
{
    store::put_wish(ctx.tx, ctx.who.user, {Wish::hide_note, in.note.value, ctx.now});
    return done();
}

Done hide_author(WriteCtx& ctx, const HideAuthor& in) { return wish(ctx, Wish::hide_author, in.user.value); }
Done hide_topic(WriteCtx& ctx, const HideTopic& in) { return wish(ctx, Wish::hide_topic, known_topic(ctx, in.topic).value); }

Done show_note_again(WriteCtx& ctx, const HideNote& in)
{
    store::remove_wish(ctx.tx, ctx.who.user, Wish::hide_note, in.note.value);
    return done();
}

Done show_author_again(WriteCtx& ctx, const HideAuthor& in)
{
    store::remove_wish(ctx.tx, ctx.who.user, Wish::hide_author, in.user.value);
    return done();
}

Done show_topic_again(WriteCtx& ctx, const HideTopic& in)
{
    store::remove_wish(ctx.tx, ctx.who.user, Wish::hide_topic, topic_of(ctx, in.topic).value);
    return done();
}

}  // namespace meadow::discovery
