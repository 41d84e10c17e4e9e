#include "modules/governance/governance.hpp"

namespace meadow::governance {

std::vector<Exhibit> Exhibits::of(db::ReadTx& tx, const std::vector<SubjectRef>& subjects) const
{
    std::map<SubjectKind, std::vector<std::int64_t>> by_kind;
    for (const SubjectRef& subject : subjects) by_kind[subject.kind].push_back(subject.id);
    std::vector<Exhibit> all;
    for (const auto& [kind, ids] : by_kind)
        if (const auto known = kinds_.find(kind); known != kinds_.end())
            for (Exhibit& one : known->second.source(tx, ids)) all.push_back(std::move(one));
    return all;
}

std::vector<std::int64_t> Exhibits::hidden(db::ReadTx& tx, SubjectKind kind, const std::string& like, std::int64_t before, std::int64_t limit) const
{
    const auto known = kinds_.find(kind);
    if (known == kinds_.end() || !known->second.hidden) return {};
    return known->second.hidden(tx, like, before, limit);
}

}  // namespace meadow::governance
