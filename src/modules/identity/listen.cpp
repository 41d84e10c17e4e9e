// What identity does on hearing news. Every handler may hear the same news twice.
#include "modules/governance/events.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/module.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {
namespace {

// A suspended person is signed out everywhere and shown nowhere.
Done obey_verdict(WriteCtx& ctx, const governance::VerdictReached& news)
{
    if (news.subject.kind != governance::SubjectKind::user) return done();
    const UserId user{news.subject.id};
    const auto from = news.hidden ? AccountState::active : AccountState::suspended;
    const auto to = news.hidden ? AccountState::suspended : AccountState::active;
    if (!store::move_account(ctx.tx, user, from, to)) return done();
    if (news.hidden) store::delete_other_sessions(ctx.tx, user, SessionId{});
    ctx.tell(ProfileChanged{user});
    return done();
}

Done forget_code(WriteCtx& ctx, const CodeLapsed& news)
{
    store::forget_code(ctx.tx, news.to, news.sent_at);
    return done();
}

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("identity", obey_verdict);
    listeners.on("identity", forget_code);
}

void add_errands(jobs::Errands& errands, jobs::World& world)
{
    errands.on<Letter>(letter_errand, [&world](const Letter& letter) { world.adapters.get<Letters>().deliver(world, letter); });
}

}  // namespace meadow::identity
