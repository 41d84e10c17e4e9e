#include "modules/governance/governance.hpp"
#include "modules/governance/subjects.hpp"
#include "support/town.hpp"

namespace meadow::governance {

TEST(Audit, what_staff_did_is_shown_to_operators_newest_first)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    const SubjectRef shop{SubjectKind::shop, 42}, note{SubjectKind::note, 43};
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        audit(ctx, "catalog.freeze_shop", shop, "sells nothing but air", R"({"state":"open"})", R"({"state":"frozen"})");
        audit(ctx, "governance.hide", note, "spam");
        return true;
    });
    boss.get("/v1/audit?limit=1").is(200).counts("/items", 1).says("/items/0/subject", text(note));
    const auto about = boss.get("/v1/audit?subject=" + text(shop)).is(200).counts("/items", 1);
    about.says("/items/0/after/state", "frozen").says("/items/0/reason", "sells nothing but air");
    EXPECT_FALSE(about.json().has("/items/0/by")) << "done by a rule";
    boss.get("/v1/audit?subject=ord_0000000000001").is(422).faults("?subject");
}

TEST(Audit, is_not_for_everybody)
{
    Town town;
    town.person("ada").get("/v1/audit").is_refused("base.not_allowed");
    town.guest().get("/v1/audit").is_refused("base.not_signed_in");
}

TEST(Subjects, an_id_text_tells_what_it_is_about)
{
    for (const SubjectKind kind : {SubjectKind::note, SubjectKind::comment, SubjectKind::product, SubjectKind::shop, SubjectKind::user, SubjectKind::review}) {
        const auto back = parse_subject(text(SubjectRef{kind, 77}));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->kind, kind);
        EXPECT_EQ(back->id, 77);
    }
    EXPECT_FALSE(parse_subject("ord_000000000002D"));
    EXPECT_FALSE(parse_subject("nte_"));
}

}  // namespace meadow::governance
