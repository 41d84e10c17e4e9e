#include "modules/community/people/unfurl_person.hpp"

#include "http/html.hpp"
#include "http/unfurl.hpp"
#include "modules/community/people/show_counts.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

Result<http::Content> unfurl_person(ReadCtx& ctx, const UnfurlPerson& in)
{
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    const auto id = parse_id(UserId::prefix(), in.user);
    const auto cards = id ? identity::person_cards(ctx.tx, {UserId{*id}}) : std::vector<identity::PersonCard>{};
    if (cards.empty()) return shell.missing();

    const identity::PersonCard& person = cards.front();
    const PersonCountsView counts = TRY(show_counts(ctx, {person.id}));
    http::Unfurled page;
    page.path = "/users/" + text(person.id);
    page.type = "profile";
    page.title = person.name;
    page.description = "@" + person.handle + " · " + std::to_string(counts.notes) + " 篇笔记 notes · " + std::to_string(counts.followers) +
                       " 粉丝 followers";
    if (person.avatar) page.picture = "/media/" + text(person.avatar) + "/480.jpg";
    page.feed = page.path + "/notes.atom";
    http::JsonLd who(person.official.empty() ? "Person" : "Organization");
    who.set("name", person.name).set("alternateName", "@" + person.handle).set("url", shell.address(page.path));
    if (!page.picture.empty()) who.set("image", shell.address(page.picture));
    page.data.push_back(http::JsonLd("ProfilePage").set("mainEntity", who));
    page.body = "<h1>" + http::escaped(person.name) + "</h1><p>" + http::escaped(page.description) + "</p><p><a href=\"" + page.feed +
                "\">Atom</a></p>";
    return shell.page(page);
}

}  // namespace meadow::community
