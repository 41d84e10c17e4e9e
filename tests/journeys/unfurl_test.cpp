// Links unfurl, and search engines read: the pages of public notes, products, shops and people without the app. unfurl_note,
// unfurl_person, unfurl_product, unfurl_shop, syndicate (person, topic), sitemap, unfurl_front.
#include "http/unfurl.hpp"
#include "modules/discovery/feeds/unfurl_front.hpp"
#include "support/gazette.hpp"
#include "support/json_view.hpp"
#include "support/market.hpp"
#include "support/reading.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

using testing::JsonView;
using testing::light_shop;
using testing::open_stall;
using testing::picture;
using testing::sells;
using testing::verdict;

std::string page(const Answer& answer) { return answer.response().body; }
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What stands between the two, the first time.
std::string between(const std::string& text, std::string_view from, std::string_view to)
{
    const auto start = text.find(from);
    if (start == std::string::npos) return {};
    const auto end = text.find(to, start + from.size());
    return text.substr(start + from.size(), end - start - from.size());
}

JsonView data_of(const std::string& html) { return JsonView(between(html, "<script type=\"application/ld+json\">", "</script>")); }

std::string pens(Person& author, const std::string& title, const std::string& text, const std::string& more = "")
{
    return author.post("/v1/notes", R"({"title":")" + title + R"(","text":")" + text + R"(","media":[")" + picture(author) + R"("])" + more + "}")
        .is(201).text("/id");
}

}  // namespace

TEST(Unfurl, a_link_to_a_note_shows_its_title_words_and_picture_to_machines_and_to_readers_without_scripts)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto stall = open_stall(bo, "Bo's", {{"红", yuan(99)}});
    town.settles();
    const auto note = pens(ada, "A <b>red</b> & \\\"loud\\\" lipstick", "First line </script>\\nSecond line", R"(,"products":[")" + stall.product + R"("])");
    town.settles();
    bo.put("/v1/notes/" + note + "/like").is(204);
    town.settles();

    const auto answer = town.guest().get("/notes/" + note).is(200);
    const std::string html = page(answer);
    EXPECT_EQ(answer.header("Content-Security-Policy").find("unsafe"), std::string::npos);
    EXPECT_TRUE(holds(html, "<title>A &lt;b&gt;red&lt;/b&gt; &amp; &quot;loud&quot; lipstick · Meadow</title>")) << html;
    EXPECT_TRUE(holds(html, "<link rel=\"canonical\" href=\"https://meadow.example/notes/" + note + "\">")) << html;
    EXPECT_TRUE(holds(html, "<meta property=\"og:description\" content=\"First line &lt;/script&gt; Second line\">")) << html;
    EXPECT_TRUE(holds(html, "<meta property=\"og:image\" content=\"https://meadow.example/media/med_")) << html;
    EXPECT_TRUE(holds(between(html, "<noscript>", "</noscript>"), "<p>Second line</p>")) << html;
    EXPECT_TRUE(holds(between(html, "<noscript>", "</noscript>"), "/products/" + stall.product)) << html;
    const JsonView data = data_of(html);
    EXPECT_EQ(data.text("/@type"), "SocialMediaPosting");
    EXPECT_EQ(data.text("/articleBody"), "First line </script>\nSecond line");
    EXPECT_EQ(data.number("/interactionStatistic/0/userInteractionCount"), 1);
    EXPECT_EQ(data.text("/mentions/0/url"), "https://meadow.example/products/" + stall.product);
}

TEST(Unfurl, what_not_everybody_may_see_is_not_there_for_machines_not_even_for_its_author)
{
    Town town;
    auto ada = town.person("ada");
    const auto secret = pens(ada, "Only mine", "words", R"(,"visibility":"only_me")");
    const auto hidden = pens(ada, "Hidden", "words");
    town.settles();
    town.guest().get("/notes/" + hidden).is(200);
    verdict(town, hidden, true);
    town.settles();
    for (const std::string& address : {"/notes/" + secret, "/notes/" + hidden, std::string("/notes/nonsense"), std::string("/products/prd_0"),
                                       std::string("/shops/x"), std::string("/users/usr_0000000000001")})
        for (Person reader : {town.guest(), ada}) {
            const std::string html = page(reader.get(address).is(404));
            EXPECT_TRUE(holds(html, "noindex")) << address;
            EXPECT_TRUE(holds(html, "<div id=\"app\">")) << address;
            EXPECT_FALSE(holds(html, "words")) << address;
        }
}

TEST(Unfurl, a_product_tells_its_live_price_and_stock)
{
    Town town;
    auto lin = town.person("lin");
    const auto shop = light_shop(lin, "Lin's");
    const auto goods = sells(lin, shop, "Lipstick", {{"红", yuan(99), 0}, {"粉", yuan(89, 50), 3}});
    town.settles();
    const std::string html = page(town.guest().get("/products/" + goods.id).is(200));
    const JsonView data = data_of(html);
    EXPECT_EQ(data.text("/@type"), "Product");
    EXPECT_EQ(data.text("/offers/lowPrice"), "89.50");
    EXPECT_EQ(data.text("/offers/highPrice"), "99.00");
    EXPECT_EQ(data.text("/offers/availability"), "https://schema.org/InStock");
    EXPECT_EQ(data.text("/offers/seller/name"), "Lin's");
    EXPECT_FALSE(data.has("/aggregateRating")) << "nobody has reviewed it";
    EXPECT_TRUE(holds(between(html, "<noscript>", "</noscript>"), "红 ¥99.00 · 售罄 sold out")) << html;

    const auto sold_out = sells(lin, shop, "Gone", {{"红", yuan(9), 0}});
    town.settles();
    EXPECT_EQ(data_of(page(town.guest().get("/products/" + sold_out.id).is(200))).text("/offers/availability"), "https://schema.org/OutOfStock");
    EXPECT_EQ(data_of(page(town.guest().get("/shops/" + shop).is(200))).text("/@type"), "Store");
}

TEST(Unfurl, a_person_and_a_topic_have_feeds_and_the_sitemap_knows_every_public_page)
{
    Town town;
    auto ada = town.person("ada");
    const auto note = pens(ada, "Red", "words of #rouge here");
    const auto secret = pens(ada, "Only mine", "#rouge too", R"(,"visibility":"only_me")");
    const auto stall = open_stall(ada, "Ada's", {{"红", yuan(99)}});
    town.settles();

    const std::string person = page(town.guest().get("/users/" + ada.id()).is(200));
    EXPECT_TRUE(holds(person, "type=\"application/atom+xml\" href=\"https://meadow.example/users/" + ada.id() + "/notes.atom\"")) << person;
    for (const std::string& feed : {"/users/" + ada.id() + "/notes.atom", std::string("/topics/rouge/notes.atom")}) {
        const std::string atom = page(town.guest().get(feed).is(200));
        EXPECT_TRUE(holds(atom, "<id>https://meadow.example/notes/" + note + "</id><title>Red</title>")) << atom;
        EXPECT_FALSE(holds(atom, secret)) << atom;
    }
    EXPECT_TRUE(holds(page(town.guest().get("/robots.txt").is(200)), "Sitemap: https://meadow.example/sitemap.xml"));
    const std::string index = page(town.guest().get("/sitemap.xml").is(200));
    std::string all;
    for (const std::string kind : {"notes", "products", "shops", "users"}) {
        EXPECT_TRUE(holds(index, "https://meadow.example/sitemaps/" + kind + "/0")) << index;
        all += page(town.guest().get("/sitemaps/" + kind + "/0").is(200));
    }
    for (const std::string& address : {"/notes/" + note, "/products/" + stall.product, "/shops/" + stall.shop, "/users/" + ada.id()})
        EXPECT_TRUE(holds(all, "<loc>https://meadow.example" + address + "</loc>")) << all;
    EXPECT_FALSE(holds(all, secret));
}

TEST(Unfurl, a_link_that_others_have_hung_words_of_theirs_on_leads_to_the_page_all_the_same)
{
    Town town;
    auto ada = town.person("ada");
    const auto note = pens(ada, "Lipstick", "Red");
    const auto stall = open_stall(ada, "Ada's", {{"", yuan(9)}});
    town.settles();
    for (const std::string& path : {"/notes/" + note, "/products/" + stall.product, "/shops/" + stall.shop, "/users/" + ada.id()})
        town.guest().get(path + "?utm_source=letter&fbclid=IwAR0&from=singlemessage&from=twice").is(200);
    town.guest().get("/v1/notes/" + note + "?utm_source=letter").is_refused("base.bad_input").faults("?utm_source");
}

TEST(unfurl_front, brings_guests_the_covers_they_are_shown_first_and_serves_known_readers_nothing)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const std::string note = pens(lin, "红 <b>的", "散步 #散步");
    testing::passes(town, 1s);
    const auto front = [&](const Who& who) {
        std::string body;
        jobs::read_now(town.world(), who, [&](ReadCtx& ctx) { body = discovery::unfurl_front(ctx, {})->body; });
        return body;
    };
    const std::string guests = front({});
    EXPECT_TRUE(holds(guests, "<li><a href=\"/notes/" + note + "\">红 &lt;b&gt;的</a>"));
    EXPECT_FALSE(holds(guests, "<b>的"));

    Who known;
    known.user = testing::id_in<UserId>(bo.id());
    EXPECT_FALSE(holds(front(known), note));
    bo.get("/v1/feed/discover").counts("/items", 1);   // it still counts as not shown
}

TEST(AppShell, sends_ahead_for_what_the_app_asks_and_shows_first)
{
    const auto own = std::make_shared<jobs::OwnAddress>("http://here");
    const http::AppShell shell("<html><head><title>x</title></head><body><div id=\"app\"></div></body></html>", "https://meadow.example", own);
    http::Unfurled page;
    page.path = "/notes/1";
    page.title = "x";
    page.asks = {"/notes/1"};
    page.pictures = {http::ahead("abc", {240, 480}, "50vw")};
    const std::string body = shell.page(page).body;
    EXPECT_TRUE(holds(body, R"(<link rel="preload" as="fetch" crossorigin href="/v1/notes/1">)"));
    EXPECT_TRUE(holds(body, R"(imagesrcset="/media/abc/240.webp 240w, /media/abc/480.webp 480w" imagesizes="50vw")"));
    EXPECT_FALSE(holds(http::AppShell("", "", own).page(page).body, "preload"));
}

}  // namespace meadow
