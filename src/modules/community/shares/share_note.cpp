#include "modules/community/shares/share_note.hpp"

#include "modules/community/events.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/shares/store.hpp"

namespace meadow::community {
namespace {

constexpr std::size_t token_length = 12;   // of base64url: 72 bits
constexpr std::int64_t day_us = std::int64_t{24} * 3600 * 1'000'000;

SharedNote shared(std::string token) { return {token, "/s/" + token}; }

}  // namespace

Result<SharedNote> share_note(WriteCtx& ctx, const ShareNote& in)
{
    const UserId me = ctx.who.user;
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    const std::int64_t day = ctx.now.us / day_us;
    const std::string token = ctx.dice.token().substr(0, token_length);
    if (!store::insert_share(ctx.tx, me, in.note, day, token, ctx.now))
        return shared(store::find_share(ctx.tx, me, in.note, day).value_or(""));
    store::insert_share_link(ctx.tx, token, {in.note, me}, ctx.now);
    store::count_shares(ctx.tx, home.author, in.note, +1);
    ctx.tell(NoteReacted{in.note, home.author, me, Reaction::share, false, ctx.now});
    return shared(token);
}

Result<ResolvedShare> resolve_share(ReadCtx& ctx, const ResolveShare& in)
{
    const auto link = store::find_share_link(ctx.tx, in.token);
    if (!link) return refuse(not_found);
    return ResolvedShare{link->note, link->sharer};
}

Result<http::Content> follow_share(ReadCtx& ctx, const ResolveShare& in)
{
    const ResolvedShare share = TRY(resolve_share(ctx, in));
    http::Content onward;
    onward.status = 302;
    onward.headers.push_back({"Location", "/notes/" + text(share.note) + "?share=" + in.token});
    return onward;
}

}  // namespace meadow::community
