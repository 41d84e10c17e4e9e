#include "modules/community/notifications/notify.hpp"

#include "modules/community/events.hpp"
#include "modules/community/notifications/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {
namespace {

// Nobody hears of their own doings, nor of somebody blocked.
bool concerns(WriteCtx& ctx, UserId to, UserId by) { return to && to != by && !(by && identity::blocked_between(ctx.tx, to, by)); }

Notification make(WriteCtx& ctx, UserId to, NotificationGroup group, std::string_view key, std::string_view what, std::string_view about, UserId by)
{
    return {to, std::string(key), ctx.ids.next(), group, std::string(what), std::string(about), by, by ? 1 : 0, true, ctx.now};
}

}  // namespace

void notify(WriteCtx& ctx, UserId to, NotificationGroup group, std::string_view key, std::string_view what, std::string_view about, UserId by)
{
    if (!concerns(ctx, to, by)) return;
    const Notification made = make(ctx, to, group, key, what, about, by);
    if (store::insert_notification(ctx.tx, made)) ctx.tell(Notified{to, name_of(group), made.what, made.about});
}

void gather(WriteCtx& ctx, UserId to, NotificationGroup group, std::string_view key, std::string_view what, std::string_view about, UserId by)
{
    if (!concerns(ctx, to, by) || !store::insert_person(ctx.tx, to, key, by)) return;
    const Notification made = make(ctx, to, group, key, what, about, by);
    // One that is still unread changes no count on the bell, so nobody need be told.
    if (store::add_to_unread(ctx.tx, made)) return;
    store::gather(ctx.tx, made);
    ctx.tell(Notified{to, name_of(group), made.what, made.about});
}

void take_out(WriteCtx& ctx, UserId to, std::string_view key, UserId by)
{
    if (!store::delete_person(ctx.tx, to, key, by)) return;
    if (const auto other = store::find_person(ctx.tx, to, key)) store::take_person_out(ctx.tx, to, key, *other);
    else store::delete_notification(ctx.tx, to, key);
}

}  // namespace meadow::community
