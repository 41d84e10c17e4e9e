#include "modules/discovery/picks/pick_note.hpp"

#include "modules/community/community.hpp"
#include "modules/discovery/events.hpp"

namespace meadow::discovery {

Done pick_note(WriteCtx& ctx, const PickNote& in)
{
    if (community::public_notes(ctx.tx, {in.note}).empty()) return refuse(not_found);
    ctx.tell(NotePicked{in.note, ctx.now + std::chrono::hours{in.hours.value}, ctx.who.user, ctx.now});
    return done();
}

Done unpick_note(WriteCtx& ctx, const UnpickNote& in)
{
    ctx.tell(NotePicked{in.note, ctx.now, ctx.who.user, ctx.now});
    return done();
}

}  // namespace meadow::discovery
