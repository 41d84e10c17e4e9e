#include "modules/identity/codes/letters.hpp"
#include "modules/identity/codes/store.hpp"

namespace meadow::identity {

void ConsoleMailbox::deliver(jobs::World& world, const Letter& letter)
{
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        store::keep_letter(ctx.tx, ctx.new_id<store::LetterId>(), letter, ctx.now);
        return true;
    });
}

}  // namespace meadow::identity
