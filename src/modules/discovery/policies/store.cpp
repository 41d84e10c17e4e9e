#include "modules/discovery/policies/store.hpp"

#include "base/json.hpp"

namespace meadow::discovery::store {

const db::Sql insert_version{"discovery.insert_policy", R"sql(
    INSERT INTO discovery_policies (version, effective_from, numbers, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (version) DO NOTHING)sql"};
bool insert_policy(db::Tx& tx, const PolicyRow& p)
{
    return tx.exec(insert_version, p.version, p.effective_from, to_json(p.numbers), p.reason, p.set_by, p.set_at) == 1;
}

const db::Sql select_newest{"discovery.select_policies", R"sql(
    SELECT version, effective_from, numbers, reason, set_by, set_at FROM discovery_policies ORDER BY version DESC LIMIT $1)sql"};
std::vector<PolicyRow> newest_policies(db::ReadTx& tx, std::int64_t limit) { return tx.all<PolicyRow>(select_newest, limit); }

}  // namespace meadow::discovery::store
