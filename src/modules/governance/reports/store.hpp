// governance_cases, governance_reports, governance_verdicts. Home: the subject.
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/governance/reports/model.hpp"

namespace meadow::governance::store {

// False when this person has an open report about it.
bool put_report(db::Tx&, SubjectRef, std::int64_t number, const Report&);
// Opens the case, or counts one more reporter of an open one.
void count_report(db::Tx&, SubjectRef, Instant now);
// Most reporters first.
std::vector<Case> open_cases(db::ReadTx&, std::int64_t reporters, std::int64_t reported_at, std::int64_t limit);
std::vector<Report> open_reports(db::ReadTx&, SubjectRef, std::int64_t limit);

bool is_hidden(db::ReadTx&, SubjectRef);
// The case and its reports are decided. `hidden`: whether a verdict hides the subject from now on.
void close_case(db::Tx&, SubjectRef, bool hidden, Instant now);
void insert_verdict(db::Tx&, SubjectRef, const Verdict&);

}  // namespace meadow::governance::store
