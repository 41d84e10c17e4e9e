#include "modules/governance/governance.hpp"

namespace meadow::governance {

std::vector<Exhibit> Exhibits::of(db::ReadTx& tx, const std::vector<SubjectRef>& subjects) const
{
    std::map<SubjectKind, std::vector<std::int64_t>> by_kind;
    for (const SubjectRef& subject : subjects) by_kind[subject.kind].push_back(subject.id);
    std::vector<Exhibit> all;
    for (const auto& [kind, ids] : by_kind)
        if (const auto source = sources_.find(kind); source != sources_.end())
            for (Exhibit& one : source->second(tx, ids)) all.push_back(std::move(one));
    return all;
}

}  // namespace meadow::governance
