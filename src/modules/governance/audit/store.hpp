// governance_audit. Home: the entry.
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/governance/audit/model.hpp"

namespace meadow::governance::store {

void insert_entry(db::Tx&, const AuditEntry&);
// Newest first.
std::vector<AuditEntry> list_entries(db::ReadTx&, std::int64_t before, std::int64_t limit);
std::vector<AuditEntry> list_entries_about(db::ReadTx&, SubjectRef, std::int64_t before, std::int64_t limit);

}  // namespace meadow::governance::store
