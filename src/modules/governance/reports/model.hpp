// Reports, the cases they make up, and verdicts. Pure.
#pragma once
#include "modules/governance/events.hpp"

namespace meadow::governance {

enum class ReportReason : std::uint8_t { spam, undisclosed_advert, counterfeit, false_claim, harassment, hate, sexual, violence, illegal_goods, privacy, other };
BOOST_DESCRIBE_ENUM(ReportReason, spam, undisclosed_advert, counterfeit, false_claim, harassment, hate, sexual, violence, illegal_goods, privacy, other)

enum class CaseState : std::uint8_t { open, decided };
BOOST_DESCRIBE_ENUM(CaseState, open, decided)

// `dismiss`: nothing is wrong with it, everything stays as it is.
enum class Decision : std::uint8_t { hide, restore, dismiss };
BOOST_DESCRIBE_ENUM(Decision, hide, restore, dismiss)

struct Case {
    SubjectKind kind{};
    std::int64_t subject = 0;
    std::int64_t reporters = 0;
    Instant reported_at;
};
BOOST_DESCRIBE_STRUCT(Case, (), (kind, subject, reporters, reported_at))

struct Report {
    UserId reporter;
    ReportReason reason{};
    std::string text;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Report, (), (reporter, reason, text, at))

struct Verdict {
    std::int64_t id = 0;
    Decision decision{};
    std::string reason;
    UserId by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (id, decision, reason, by, at))

}  // namespace meadow::governance
