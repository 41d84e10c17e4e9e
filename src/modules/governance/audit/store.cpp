#include "modules/governance/audit/store.hpp"

namespace meadow::governance::store {

const db::Sql insert_entry_sql{"governance.insert_audit_entry", R"sql(
    INSERT INTO governance_audit (entry_id, by_id, action, subject_kind, subject_id, reason, before_json, after_json, address, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (entry_id) DO NOTHING)sql"};
void insert_entry(db::Tx& tx, const AuditEntry& e)
{
    tx.put(insert_entry_sql, e.id, e.by, e.action, e.kind, e.subject, e.reason, e.before, e.after, e.address, e.at);
}

const db::Sql select_entries{"governance.select_audit_entries", R"sql(
    SELECT entry_id, by_id, action, subject_kind, subject_id, reason, before_json, after_json, address, at FROM governance_audit
     WHERE entry_id < $1 ORDER BY entry_id DESC LIMIT $2)sql"};
std::vector<AuditEntry> list_entries(db::ReadTx& tx, std::int64_t before, std::int64_t limit)
{
    return tx.all<AuditEntry>(select_entries, before, limit);
}

const db::Sql select_entries_about{"governance.select_audit_entries_about", R"sql(
    SELECT entry_id, by_id, action, subject_kind, subject_id, reason, before_json, after_json, address, at FROM governance_audit
     WHERE subject_kind = $1 AND subject_id = $2 AND entry_id < $3 ORDER BY entry_id DESC LIMIT $4)sql"};
std::vector<AuditEntry> list_entries_about(db::ReadTx& tx, SubjectRef subject, std::int64_t before, std::int64_t limit)
{
    return tx.all<AuditEntry>(select_entries_about, subject.kind, subject.id, before, limit);
}

}  // namespace meadow::governance::store
