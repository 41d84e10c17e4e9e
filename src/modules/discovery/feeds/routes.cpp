#include "http/router.hpp"
#include "modules/discovery/feeds/list_notes.hpp"
#include "modules/discovery/feeds/list_topics.hpp"
#include "modules/discovery/feeds/show_discover.hpp"
#include "modules/discovery/feeds/show_following.hpp"
#include "modules/discovery/feeds/show_latest.hpp"
#include "modules/discovery/feeds/show_nearby.hpp"
#include "modules/discovery/feeds/show_related.hpp"
#include "modules/discovery/feeds/syndicate.hpp"
#include "modules/discovery/feeds/unfurl_front.hpp"
#include "modules/discovery/related/show_related_products.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void feed_routes(http::On on)
{
    on.get("/v1/feed/discover", needs(Scope::anyone), show_discover).may_refuse(not_allowed)
        .says("What to read next, each note with the reason why; none comes twice in 30 days");
    on.get("/v1/feed/latest", needs(Scope::anyone), show_latest).may_refuse(not_allowed).says("All public notes, newest first");
    on.get("/v1/feed/following", needs(Scope::user), show_following)
        .may_refuse(not_allowed).says("The notes of everybody I follow, newest first");
    on.get("/v1/feed/nearby", needs(Scope::anyone), show_nearby).may_refuse(not_allowed).says("Notes around a place, nearest first");
    on.get("/v1/topics", needs(Scope::anyone), list_topics).says("What people write about these days, the fuller topics first");
    on.get("/v1/topics/{topic}/notes", needs(Scope::anyone), list_topic_notes)
        .may_refuse(not_allowed).says("The notes that speak of a topic, newest first");
    on.get("/v1/shops/{shop}/notes", needs(Scope::anyone), list_shop_notes)
        .may_refuse(not_allowed).says("The notes that pin what a shop sells, newest first");
    on.get("/v1/products/{product}/notes", needs(Scope::anyone), list_product_notes)
        .may_refuse(not_allowed).says("The notes that pin a product, newest first");
    on.get("/v1/users/{user}/notes", needs(Scope::anyone), list_person_notes)
        .may_refuse(not_allowed).says("A person's public notes, newest first");
    on.get("/v1/products/{product}/related", needs(Scope::anyone), show_related_products).may_refuse(not_found)
        .says("What to look at beside a product: wanted by the same people, called alike, of its kind and price");
    on.get("/v1/notes/{note}/related", needs(Scope::anyone), show_related)
        .may_refuse(not_found, not_allowed).says("What to read after a note");

    on.get("/users/{user}/notes.atom", needs(Scope::anyone), syndicate_person)
        .internal().sessionless().cache("public, max-age=60").may_refuse(not_found).says("A person's newest notes as an Atom feed");
    on.get("/topics/{topic}/notes.atom", needs(Scope::anyone), syndicate_topic)
        .internal().sessionless().cache("public, max-age=60").says("A topic's newest notes as an Atom feed");
}

void add_front_page(http::Router& router)
{
    router.on("discovery").get("/", needs(Scope::anyone), unfurl_front).internal().says("The app's first page");
}

}  // namespace meadow::discovery
