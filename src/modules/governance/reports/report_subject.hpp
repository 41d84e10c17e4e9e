#pragma once
#include "jobs/context.hpp"
#include "modules/governance/reports/model.hpp"

namespace meadow::governance {

struct ReportSubject {
    Text<5, 40> subject;               // the id text of a note, comment, product, shop, person or review
    ReportReason reason{};
    Text<0, 1000> text;
};
BOOST_DESCRIBE_STRUCT(ReportSubject, (), (subject, reason, text))

// Anybody signed in tells moderators that something is wrong. One open report for each person and subject.
Done report_subject(WriteCtx&, const ReportSubject&);

}  // namespace meadow::governance
