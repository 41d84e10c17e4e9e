#include "modules/governance/module.hpp"

#include "modules/identity/identity.hpp"

namespace meadow::governance {

void audit_routes(http::On);
void report_routes(http::On);
void hidden_routes(http::On);

void add_routes(http::Router& router)
{
    audit_routes(router.on("governance"));
    report_routes(router.on("governance"));
    hidden_routes(router.on("governance"));
}

void add_exhibits(Exhibits& exhibits)
{
    exhibits.add(SubjectKind::user, [](db::ReadTx& tx, const std::vector<std::int64_t>& ids) {
        std::vector<UserId> people;
        for (const std::int64_t id : ids) people.push_back({id});
        std::vector<Exhibit> out;
        for (const auto& card : identity::person_cards(tx, people)) {
            Exhibit& one = out.emplace_back(Exhibit{text(card.id), card.name, "@" + card.handle, {}, card.id, {}, false, {}});
            if (card.avatar) one.pictures.push_back(card.avatar);
        }
        return out;
    });
}

}  // namespace meadow::governance
