// What governance tells the street.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::governance {

enum class SubjectKind : std::uint8_t { note, comment, product, shop, user, review };
BOOST_DESCRIBE_ENUM(SubjectKind, note, comment, product, shop, user, review)

// What a decision is about. Governance knows no more of it than this; whoever owns the row listens and acts.
struct SubjectRef {
    SubjectKind kind{};
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(SubjectRef, (), (kind, id))

struct VerdictReached {
    static constexpr std::string_view kind = "governance.verdict_reached";
    SubjectRef subject;
    bool hidden = false;       // false: restored
    std::string reason;
    UserId by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(VerdictReached, (), (subject, hidden, reason, by, at))

}  // namespace meadow::governance
