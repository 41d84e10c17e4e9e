#include "modules/identity/leaving/export_data.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/blocks/store.hpp"
#include "modules/identity/contacts/list_contacts.hpp"
#include "modules/identity/sessions/list_sessions.hpp"

namespace meadow::identity {
namespace {

constexpr std::int64_t most_exported_blocks = 100'000;

struct OwnData {
    UserId id;
    std::string handle, name, bio, city;
    MediaId avatar;
    std::string official;
    std::uint32_t roles = 0;
    Instant joined_at;
    std::vector<ContactCard> contacts;
    std::vector<SessionCard> sessions;
    std::vector<store::BlockRow> blocks;
};
BOOST_DESCRIBE_STRUCT(OwnData, (), (id, handle, name, bio, city, avatar, official, roles, joined_at, contacts, sessions, blocks))

}  // namespace

Result<http::Response> export_data(ReadCtx& ctx, const Nothing&)
{
    const auto account = store::find_account(ctx.tx, ctx.who.user);
    if (!account) return refuse(not_found);
    OwnData own{account->id, account->handle, account->name, account->bio, account->city, account->avatar, account->official, account->roles,
                account->joined_at, TRY(list_contacts(ctx, {})), TRY(list_sessions(ctx, {})),
                store::list_blocks(ctx.tx, ctx.who.user, INT64_MAX, most_exported_blocks)};
    http::Response out;
    out.content_type = "application/json";
    out.headers.push_back({"Content-Disposition", "attachment; filename=\"meadow-my-data.json\""});
    out.body = R"({"exported_at":")" + text(ctx.now) + R"(","identity":)" + to_json(own);
    for (const auto& [name, section] : ctx.outside<DataContributors>().sections()) {
        out.body.push_back(',');
        write_json_string(name, out.body);
        out.body.append(":").append(section(ctx, ctx.who.user));
    }
    out.body.push_back('}');
    return out;
}

}  // namespace meadow::identity
