#include "modules/discovery/feeds/unfurl_front.hpp"

#include "base/json.hpp"
#include "http/html.hpp"
#include "http/unfurl.hpp"
#include "modules/discovery/cards/feed_card.hpp"
#include "modules/discovery/feeds/show_discover.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t covers_ahead = 4;   // on a phone's first screen
constexpr std::string_view cover_sizes = "(min-width: 48rem) 280px, 50vw";

std::string entry_of(const FeedCard& card)
{
    return "<li><a href=\"/notes/" + text(card.id) + "\">" + http::escaped(card.title.empty() ? card.author.name : card.title) + "</a> " +
           http::escaped(card.author.name) + "</li>";
}

}  // namespace

Result<http::Content> unfurl_front(ReadCtx& ctx, const Nothing&)
{
    http::Unfurled page;
    page.path = "/";
    page.title = "看见喜欢的生活，把它带回家";
    page.description = "看见喜欢的生活，把它带回家。Notes people love, and the things in them.";
    page.asks = {"/feed/discover"};
    if (!ctx.who.signed_in()) {
        const DiscoverPage first = TRY(preview_discover(ctx));
        page.body = "<ul>";
        const auto cards = TRY(from_json<std::vector<FeedCard>>(first.items.text));
        for (const FeedCard& card : cards) {
            page.body += entry_of(card);
            if (card.cover && page.pictures.size() < covers_ahead) page.pictures.push_back(http::ahead(card.cover->key, card.cover->widths, cover_sizes));
        }
        page.body += "</ul>";
    }
    return ctx.outside<http::AppShell>().page(page);
}

}  // namespace meadow::discovery
