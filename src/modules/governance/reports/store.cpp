#include "modules/governance/reports/store.hpp"

namespace meadow::governance::store {

const db::Sql upsert_report{"governance.upsert_report", R"sql(
    INSERT INTO governance_reports (subject_kind, subject_id, reporter_id, report_id, reason, body, state, at)
    VALUES ($1, $2, $3, $4, $5, $6, 'open', $7)
    ON CONFLICT (subject_kind, subject_id, reporter_id) DO UPDATE SET report_id = excluded.report_id, reason = excluded.reason,
        body = excluded.body, state = 'open', at = excluded.at
     WHERE governance_reports.state <> 'open')sql"};
bool put_report(db::Tx& tx, SubjectRef subject, std::int64_t number, const Report& r)
{
    return tx.exec(upsert_report, subject.kind, subject.id, r.reporter, number, r.reason, r.text, r.at) == 1;
}

const db::Sql upsert_case{"governance.upsert_case", R"sql(
    INSERT INTO governance_cases (subject_kind, subject_id, state, reporters, reported_at, hidden) VALUES ($1, $2, 'open', 1, $3, 0)
    ON CONFLICT (subject_kind, subject_id) DO UPDATE SET state = 'open', reported_at = excluded.reported_at,
        reporters = CASE WHEN governance_cases.state = 'open' THEN governance_cases.reporters + 1 ELSE 1 END)sql"};
void count_report(db::Tx& tx, SubjectRef subject, Instant now) { tx.put(upsert_case, subject.kind, subject.id, now); }

const db::Sql select_open_cases{"governance.select_open_cases", R"sql(
    SELECT subject_kind, subject_id, reporters, reported_at FROM governance_cases
     WHERE state = 'open' AND (reporters, reported_at) < ($1, $2) ORDER BY reporters DESC, reported_at DESC LIMIT $3)sql"};
std::vector<Case> open_cases(db::ReadTx& tx, std::int64_t reporters, std::int64_t reported_at, std::int64_t limit)
{
    return tx.all<Case>(select_open_cases, reporters, reported_at, limit);
}

const db::Sql select_open_reports{"governance.select_open_reports", R"sql(
    SELECT reporter_id, reason, body, at FROM governance_reports WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open'
     ORDER BY report_id DESC LIMIT $3)sql"};
std::vector<Report> open_reports(db::ReadTx& tx, SubjectRef subject, std::int64_t limit)
{
    return tx.all<Report>(select_open_reports, subject.kind, subject.id, limit);
}

const db::Sql select_hidden{"governance.select_hidden", "SELECT hidden FROM governance_cases WHERE subject_kind = $1 AND subject_id = $2"};
bool is_hidden(db::ReadTx& tx, SubjectRef subject) { return tx.one<std::int64_t>(select_hidden, subject.kind, subject.id).value_or(0) == 1; }

const db::Sql upsert_decided{"governance.upsert_decided_case", R"sql(
    INSERT INTO governance_cases (subject_kind, subject_id, state, reporters, reported_at, hidden) VALUES ($1, $2, 'decided', 0, $4, $3)
    ON CONFLICT (subject_kind, subject_id) DO UPDATE SET state = 'decided', hidden = excluded.hidden)sql"};
const db::Sql update_reports{"governance.decide_reports", R"sql(
    UPDATE governance_reports SET state = 'decided' WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open')sql"};
void close_case(db::Tx& tx, SubjectRef subject, bool hidden, Instant now)
{
    tx.put(upsert_decided, subject.kind, subject.id, std::int64_t{hidden}, now);
    tx.put(update_reports, subject.kind, subject.id);
}

const db::Sql insert_verdict_sql{"governance.insert_verdict", R"sql(
    INSERT INTO governance_verdicts (subject_kind, subject_id, verdict_id, decision, reason, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
void insert_verdict(db::Tx& tx, SubjectRef subject, const Verdict& v)
{
    tx.put(insert_verdict_sql, subject.kind, subject.id, v.id, v.decision, v.reason, v.by, v.at);
}

}  // namespace meadow::governance::store
