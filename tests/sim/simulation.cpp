#include "sim/simulation.hpp"

#include "audit/auditor.hpp"
#include "modules/community/views/fold_views.hpp"

namespace meadow::sim {
namespace {

constexpr int steps_a_day = 8;
constexpr int days_to_the_end = 45;   // longer than every window there is

}  // namespace

void Simulation::lives_a_day()
{
    Village& v = village_;
    for (int i = 0; i < steps_a_day; ++i) step();
    v.weather.clears();
    v.town.outside().breaks("", 0);
    v.settles();
    if (v.chance.happens(50)) person_looks_at_parked_news();
    v.settles();
    community::fold_views(v.town.world());   // a server does so every few seconds
    look_through(true);
    v.passes(std::chrono::hours{8});
}

void Simulation::step()
{
    Village& v = village_;
    v.passes(std::chrono::minutes{1 + v.chance.below(120)});
    if (v.chance.happens(50)) mishap();
    const std::size_t acts = 5 * v.shops.size();
    for (std::size_t i = 0; i < acts; ++i) {
        shopper_acts();
        if (v.chance.happens(10)) v.settles();
    }
    for (Shop& shop : v.shops)
        if (v.chance.happens(50)) keeper_acts(shop);
    if (v.chance.happens(30)) staff_acts();
    if (v.chance.happens(70)) v.settles();
    v.weather.clears();
    look_through(false);
}

void Simulation::runs_its_course()
{
    Village& v = village_;
    v.town.outside().breaks("", 0);
    for (int day = 0; day < days_to_the_end; ++day) {
        person_looks_at_parked_news();
        v.settles();
        for (Shop& shop : v.shops) {
            ships(shop, true);
            answers_refunds(shop, true);
        }
        decides_refunds();
        v.settles();
        v.passes(std::chrono::hours{24});
    }
    v.settles();
    look_through(true);
    std::vector<std::string> authors;
    for (const Person& author : v.authors) authors.push_back(author.id());
    for (auto& found : {audit::audit(v.town.database(), audit::Moment::ended), v.diary.unsettled(v.town.database(), authors)})
        faults_.insert(faults_.end(), found.begin(), found.end());
}

// Parked news is news that somebody has not heard: a town where some waits is not a settled one.
void Simulation::look_through(bool settled)
{
    Village& v = village_;
    db::Database& database = v.town.database();
    const bool all_heard = settled && audit::audit(database, "audit.nothing_is_parked").empty();
    std::vector<std::string> found = audit::audit(database, all_heard ? audit::Moment::settled : audit::Moment::always);
    if (all_heard)
        for (std::string& fault : v.diary.contradictions(database)) found.push_back(std::move(fault));
    for (const std::string& fault : found) faults_.push_back(text(v.town.now()) + " " + fault);
}

}  // namespace meadow::sim
