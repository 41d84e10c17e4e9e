#include "jobs/horizon.hpp"
#include "jobs/world.hpp"

namespace meadow::jobs {

// The snapshot lists the transactions of the whole server that had not ended. Which of them run in this database is looked up after
// it. One that is found nowhere is a stranger's, or has ended in between, and whoever reads after this look sees what it left.
// (A transaction being prepared is found in one of the two or in both: the order of looking is theirs.)
const db::Sql select_horizon{"jobs.select_horizon.postgres", R"sql(
    WITH shown AS (SELECT pg_current_snapshot() AS snapshot),
         ours AS (SELECT backend_xid AS xid FROM pg_stat_activity
                   WHERE backend_xid IS NOT NULL AND datid = (SELECT oid FROM pg_database WHERE datname = current_database())
                  UNION ALL
                  SELECT transaction FROM pg_prepared_xacts WHERE database = current_database()),
         running AS (SELECT pg_snapshot_xip(snapshot) AS xid FROM shown)
    SELECT least((SELECT min(CAST(CAST(xid AS text) AS bigint)) FROM running WHERE CAST(xid AS xid) IN (SELECT ours.xid FROM ours)),
                 CAST(CAST(pg_snapshot_xmax(snapshot) AS text) AS bigint)),
           CAST(CAST(pg_snapshot_xmax(snapshot) AS text) AS bigint)
      FROM shown)sql"};

Horizon horizon(World& world)
{
    Horizon out;
    if (world.database.engine() == db::Engine::sqlite) return out;
    read_now(world, {}, [&](ReadCtx& ctx) { out = ctx.tx.one<Horizon>(select_horizon).value_or(Horizon{0, 0}); });
    return out;
}

}  // namespace meadow::jobs
