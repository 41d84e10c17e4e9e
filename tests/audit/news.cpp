// Whether everybody has heard everything.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.cursors_point_into_the_outbox", R"sql(
        SELECT c.subscriber FROM jobs_cursors c
         WHERE (c.xid, c.seq) > (SELECT xid, seq FROM jobs_outbox ORDER BY xid DESC, seq DESC LIMIT 1))sql"}},
    {Moment::settled, {"audit.all_news_is_heard", R"sql(
        SELECT c.subscriber FROM jobs_cursors c
         WHERE (c.xid, c.seq) < (SELECT xid, seq FROM jobs_outbox ORDER BY xid DESC, seq DESC LIMIT 1))sql"}},
    {Moment::ended, {"audit.nothing_is_parked", "SELECT subscriber || ' cannot digest ' || kind || ': ' || error FROM jobs_parked"}},
    {Moment::ended, {"audit.no_errand_was_given_up", "SELECT kind || ': ' || error FROM jobs_errands WHERE state = 'failed'"}},
};

}  // namespace

const std::span<const Rule> news_rules{rules};

}  // namespace meadow::audit
