#include "modules/operations/gauges/show_metrics.hpp"

#include "support/town.hpp"

namespace meadow {

TEST(show_metrics, is_for_operators_and_counts_what_they_ask)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    boss.get("/v1/me").is(200);
    const std::string text = boss.get("/v1/operator/metrics").is(200).response().body;
    EXPECT_NE(text.find("meadow_http_responses_total{method=\"GET\",route=\"/v1/me\",class=\"2xx\"} 1"), std::string::npos) << text;
    town.person("ada").get("/v1/operator/metrics").is_refused("base.not_allowed");
}

}  // namespace meadow
