#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/governance/audit/model.hpp"

namespace meadow::governance {

struct ListAudit {
    std::optional<Text<1, 40>> subject;   // the id text of what the entries are about
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListAudit, (), (subject, cursor, limit))

struct AuditLine {
    std::string subject;                  // id text
    std::string about;                    // its title or words as they are now; empty: it is gone
    std::string action;
    std::optional<UserId> by;             // absent: a rule, not a person
    std::string by_name;                  // empty: a rule, or somebody who has left
    std::string reason;
    std::optional<RawJson> before;
    std::optional<RawJson> after;
    std::string address;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(AuditLine, (), (subject, about, action, by, by_name, reason, before, after, address, at))

// Newest first.
Result<Page<AuditLine>> list_audit(ReadCtx&, const ListAudit&);

}  // namespace meadow::governance
