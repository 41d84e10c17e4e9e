#include "modules/community/notes/unfurl_note.hpp"

#include "http/html.hpp"
#include "http/unfurl.hpp"
#include "modules/community/notes/show_note.hpp"

namespace meadow::community {
namespace {

using http::escaped;
using http::JsonLd;

std::string picture_path(MediaId id) { return "/media/" + text(id) + "/1080.jpg"; }

JsonLd reactions(std::string_view what, std::int64_t count)
{
    return JsonLd("InteractionCounter").set("interactionType", JsonLd(what)).set("userInteractionCount", count);
}

JsonLd data_of(const NotePage& note, const std::string& title, const http::AppShell& shell)
{
    std::vector<std::string> pictures;
    for (const media::Picture& picture : note.media) pictures.push_back(shell.address(picture_path(picture.id)));
    JsonLd data("SocialMediaPosting");
    data.set("url", shell.address("/notes/" + text(note.id))).set("headline", title).set("articleBody", note.text).set("image", pictures);
    data.set("author", JsonLd("Person").set("name", note.author.name).set("url", shell.address("/users/" + text(note.author.id))));
    if (note.published_at) data.set("datePublished", text(*note.published_at));
    if (note.edited_at) data.set("dateModified", text(*note.edited_at));
    data.set("interactionStatistic",
             std::vector{reactions("LikeAction", note.counts.likes), reactions("CommentAction", note.counts.comments)});
    std::vector<JsonLd> products;
    for (const catalog::ProductCard& product : note.products)
        products.push_back(JsonLd("Product").set("name", product.title).set("url", shell.address("/products/" + text(product.id))));
    if (!products.empty()) data.set("mentions", products);
    return data;
}

std::string body_of(const NotePage& note, const std::string& title)
{
    std::string out = "<article><h1>" + escaped(title) + "</h1><p><a href=\"/users/" + text(note.author.id) + "\">" +
                      escaped(note.author.name) + "</a>";
    if (note.published_at) out += " · <time>" + text(*note.published_at).substr(0, 10) + "</time>";
    if (note.disclosed) out += " · 广告 Ad";
    out += "</p>";
    for (const media::Picture& picture : note.media)
        out += "<img src=\"" + picture_path(picture.id) + "\" alt=\"\" width=\"" + std::to_string(picture.width) + "\" height=\"" +
               std::to_string(picture.height) + "\" loading=\"lazy\">";
    std::string_view rest = note.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        out += "<p>" + escaped(rest.substr(0, end)) + "</p>";
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    for (const catalog::ProductCard& product : note.products)
        out += "<p><a href=\"/products/" + text(product.id) + "\">" + escaped(product.title) + "</a> ¥" +
               http::price_text(product.price_from.minor) + "</p>";
    return out + "</article>";
}

}  // namespace

Result<http::Content> unfurl_note(ReadCtx& ctx, const UnfurlNote& in)
{
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    const auto id = parse_id(NoteId::prefix(), in.note);
    const auto found = id ? show_note(ctx, {NoteId{*id}}) : Result<NotePage>(refuse(not_found));
    if (!found.ok() || found->state != NoteState::published) return shell.missing();

    const NotePage& note = *found;
    const std::string title = http::excerpt(note.title.empty() ? note.text : note.title, 60);
    http::Unfurled page;
    page.path = "/notes/" + text(note.id);
    page.type = "article";
    page.title = title.empty() ? note.author.name : title;
    page.description = http::excerpt(note.text.empty() ? note.author.name : note.text, 160);
    if (!note.media.empty()) page.picture = picture_path(note.media.front().id);
    page.feed = "/users/" + text(note.author.id) + "/notes.atom";
    page.asks = {page.path};
    if (!note.media.empty()) page.pictures.push_back(http::ahead(note.media.front().key, note.media.front().widths, "(min-width: 60rem) 640px, 100vw"));
    page.data.push_back(data_of(note, page.title, shell));
    page.body = body_of(note, page.title);
    return shell.page(page);
}

}  // namespace meadow::community
