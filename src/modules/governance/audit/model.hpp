// The audit log: what staff did, why, and what it was before. Nothing of it is ever changed.
#pragma once
#include "modules/governance/events.hpp"

namespace meadow::governance {

struct AuditEntry {
    std::int64_t id = 0;
    UserId by;
    std::string action;        // "catalog.approve_product"
    SubjectKind kind{};
    std::int64_t subject = 0;
    std::string reason;
    std::string before;        // JSON, or empty
    std::string after;
    std::string address;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (id, by, action, kind, subject, reason, before, after, address, at))

}  // namespace meadow::governance
