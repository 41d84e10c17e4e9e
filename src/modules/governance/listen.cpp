// What governance does on hearing news. Every handler may hear the same news twice.
#include "modules/governance/audit/store.hpp"
#include "modules/governance/module.hpp"
#include "modules/identity/events.hpp"

namespace meadow::governance {
namespace {

struct Brand {
    std::string brand;
};
BOOST_DESCRIBE_STRUCT(Brand, (), (brand))

// Whoever may run commands on the machine needs no account to act.
constexpr std::string_view machine = "the machine's operator";

AuditEntry about(UserId user, std::int64_t number, UserId by, std::string action, const std::string& reason, Instant at)
{
    AuditEntry entry;
    entry.id = number;
    entry.by = by;
    entry.action = std::move(action);
    entry.kind = SubjectKind::user;
    entry.subject = user.value;
    entry.reason = reason;
    if (!by) entry.address = machine;
    entry.at = at;
    return entry;
}

Done audit_role(WriteCtx& ctx, const identity::RoleChanged& news)
{
    const std::string action = (news.granted ? "identity.grant_" : "identity.revoke_") + news.role;
    store::insert_entry(ctx.tx, about(news.user, news.number, news.by, action, news.reason, news.at));
    return done();
}

Done audit_official(WriteCtx& ctx, const identity::OfficialChanged& news)
{
    AuditEntry entry = about(news.user, news.number, news.by, "identity.mark_official", news.reason, news.at);
    entry.after = to_json(Brand{news.brand});
    store::insert_entry(ctx.tx, entry);
    return done();
}

Done audit_link(WriteCtx& ctx, const identity::ResetLinkGiven& news)
{
    store::insert_entry(ctx.tx, about(news.user, news.number, news.by, "identity.give_link", news.reason, news.at));
    return done();
}

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("governance", audit_role);
    listeners.on("governance", audit_official);
    listeners.on("governance", audit_link);
}

}  // namespace meadow::governance
