// From a report to a verdict: report_subject, list_cases, decide_case.
#include "modules/governance/reports/decide_case.hpp"

#include "modules/governance/subjects.hpp"
#include "support/town.hpp"

namespace meadow::governance {
namespace {

std::string report(const std::string& subject, const std::string& reason = "spam")
{
    return R"({"subject":")" + subject + R"(","reason":")" + reason + R"(","text":"看起来不对"})";
}

std::string verdict(const std::string& subject, const std::string& decision)
{
    return R"({"subject":")" + subject + R"(","decision":")" + decision + R"(","reason":"rule 3"})";
}

std::vector<std::string> verdicts_told(Town& town)
{
    std::vector<std::string> out;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        for (const jobs::News& news : jobs::store::news_after(ctx.tx, {}, 1000))
            if (news.kind == VerdictReached::kind) out.push_back(news.body);
    });
    return out;
}

}  // namespace

TEST(Reports, people_report_and_a_moderator_decides)
{
    Town town;
    auto mo = town.person_with_role("mo", Role::moderator);
    auto ada = town.person("ada"), bo = town.person("bo");
    const std::string note = text(SubjectRef{SubjectKind::note, 42}), shop = text(SubjectRef{SubjectKind::shop, 43});
    ada.post("/v1/reports", report(shop, "counterfeit")).is(204);
    ada.post("/v1/reports", report(note)).is(204);
    ada.post("/v1/reports", report(note)).is_refused("governance.reported_before");
    bo.post("/v1/reports", report(note, "harassment")).is(204);
    mo.get("/v1/cases").is(200).counts("/items", 2).says("/items/0/subject", note).says("/items/0/reporters", 2)
        .says("/items/0/reports/0/reason", "harassment");
    const auto first = mo.get("/v1/cases?limit=1").is(200);
    mo.get("/v1/cases?limit=1&cursor=" + first.text("/next")).is(200).says("/items/0/subject", shop);

    mo.post("/v1/verdicts", verdict(note, "hide")).is(204);
    mo.post("/v1/verdicts", verdict(shop, "dismiss")).is(204);
    mo.get("/v1/cases").is(200).counts("/items", 0);
    auto told = verdicts_told(town);
    ASSERT_EQ(told.size(), 1u) << "a dismissal changes nothing";
    EXPECT_NE(told[0].find("\"hidden\":true"), std::string::npos);

    ada.post("/v1/reports", report(note)).is(204);
    mo.post("/v1/verdicts", verdict(note, "restore")).is(204);
    mo.post("/v1/verdicts", verdict(note, "restore")).is_refused("governance.nothing_to_restore");
    told = verdicts_told(town);
    ASSERT_EQ(told.size(), 2u);
    EXPECT_NE(told[1].find("\"hidden\":false"), std::string::npos);
    town.person_with_role("boss", Role::operator_).get("/v1/audit?subject=" + note).is(200).counts("/items", 2)
        .says("/items/0/action", "governance.restore").says("/items/0/by", mo.id()).says("/items/0/by_name", "mo");
}

TEST(Reports, a_verdict_about_a_person_shuts_them_out)
{
    Town town;
    auto mo = town.person_with_role("mo", Role::moderator);
    auto eve = town.person("eve");
    mo.post("/v1/verdicts", verdict(eve.id(), "hide")).is(204);
    town.settles();
    eve.get("/v1/me").is_refused("base.not_signed_in");
}

TEST(Reports, not_everything_is_reported_by_everybody)
{
    Town town;
    auto ada = town.person("ada");
    ada.post("/v1/reports", report(ada.id())).is_refused("governance.reports_self");
    ada.post("/v1/reports", report("ord_0000000000001")).is_refused("governance.unknown_subject");
    ada.post("/v1/reports", report("nte_0000000000001", "ugly")).is(422).faults("/reason");
    ada.get("/v1/cases").is_refused("base.not_allowed");
    ada.post("/v1/verdicts", verdict("nte_0000000000001", "hide")).is_refused("base.not_allowed");
    town.guest().post("/v1/reports", report("nte_0000000000001")).is_refused("base.not_signed_in");
}

}  // namespace meadow::governance
