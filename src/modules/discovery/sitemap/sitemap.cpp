#include "modules/discovery/sitemap/sitemap.hpp"

#include <algorithm>
#include <unordered_set>

#include "http/unfurl.hpp"
#include "modules/discovery/lists/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t addresses_in_a_part = 20'000;   // the protocol allows 50,000 and 50 MB
constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
constexpr std::string_view space = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

struct Place {
    std::string address;    // the path of its page
    std::int64_t id;
    bool open = true;       // false: its author is suspended
};

template <class Tag>
std::vector<Place> places(const std::vector<Id<Tag>>& ids, std::string_view below)
{
    std::vector<Place> out;
    for (const Id<Tag> id : ids) out.push_back({std::string(below) + text(id), id.value});
    return out;
}

std::vector<Place> notes_after(db::ReadTx& tx, std::int64_t after)
{
    const auto notes = store::placed_after(tx, NoteId{after}, addresses_in_a_part);
    std::vector<UserId> authors;
    for (const store::Written& note : notes) authors.push_back(note.author);
    std::sort(authors.begin(), authors.end());
    authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
    std::unordered_set<UserId> active;
    for (const auto& person : identity::person_cards(tx, authors)) active.insert(person.id);
    std::vector<Place> out;
    for (const store::Written& note : notes) out.push_back({"/notes/" + text(note.note), note.note.value, active.contains(note.author)});
    return out;
}

std::vector<Place> places_after(db::ReadTx& tx, SitemapKind kind, std::int64_t after)
{
    constexpr std::int64_t limit = addresses_in_a_part;
    switch (kind) {
        case SitemapKind::notes: return notes_after(tx, after);
        case SitemapKind::products: return places(catalog::listed_ids_after(tx, ProductId{after}, limit), "/products/");
        case SitemapKind::shops: return places(catalog::open_shops_after(tx, ShopId{after}, limit), "/shops/");
        case SitemapKind::users: {
            std::vector<UserId> ids;
            for (const auto& person : identity::people_after(tx, UserId{after}, limit)) ids.push_back(person.id);
            return places(ids, "/users/");
        }
    }
    return {};
}

http::Content xml(std::string body)
{
    http::Content out;
    out.content_type = "application/xml; charset=utf-8";
    out.body = std::move(body);
    return out;
}

}  // namespace

Result<http::Content> list_sitemaps(ReadCtx& ctx, const Nothing&)
{
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    std::string body = std::string(head) + "<sitemapindex" + std::string(space);
    for (const SitemapKind kind : {SitemapKind::notes, SitemapKind::products, SitemapKind::shops, SitemapKind::users}) {
        std::int64_t after = 0;
        for (;;) {
            const auto part = places_after(ctx.tx, kind, after);
            if (part.empty()) break;
            body += "<sitemap><loc>" + shell.address("/sitemaps/" + std::string(name_of(kind)) + "/" + std::to_string(after)) + "</loc></sitemap>";
            if (std::int64_t(part.size()) < addresses_in_a_part) break;
            after = part.back().id;
        }
    }
    return xml(body + "</sitemapindex>");
}

Result<http::Content> show_sitemap(ReadCtx& ctx, const ShowSitemap& in)
{
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    std::string body = std::string(head) + "<urlset" + std::string(space);
    for (const Place& place : places_after(ctx.tx, in.kind, in.after))
        if (place.open) body += "<url><loc>" + shell.address(place.address) + "</loc></url>";
    return xml(body + "</urlset>");
}

Result<http::Content> show_robots(ReadCtx& ctx, const Nothing&)
{
    http::Content out;
    out.content_type = "text/plain; charset=utf-8";
    out.body = "User-agent: *\nDisallow: /v1/\nDisallow: /console/\nSitemap: " + ctx.outside<http::AppShell>().address("/sitemap.xml") + "\n";
    return out;
}

}  // namespace meadow::discovery
