#include "modules/community/module.hpp"

#include "modules/community/people/export_person.hpp"

namespace meadow::community {

void follow_routes(http::On);
void note_routes(http::On);
void like_routes(http::On);
void collect_routes(http::On);
void share_routes(http::On);
void comment_routes(http::On);
void notification_routes(http::On);
void people_routes(http::On);
void view_routes(http::On);

void add_routes(http::Router& router)
{
    const auto on = router.on("community");
    follow_routes(on);
    note_routes(on);
    like_routes(on);
    collect_routes(on);
    share_routes(on);
    comment_routes(on);
    notification_routes(on);
    people_routes(on);
    view_routes(on);
}

void add_personal_data(identity::DataContributors& data) { data.add("community", export_person); }

}  // namespace meadow::community
