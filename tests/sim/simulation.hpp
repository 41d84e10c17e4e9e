// Days in the life of a few shops. Everybody acts by chance from one seed; the clock jumps, the gateway's word is lost, comes twice, late,
// out of order or forged, the database is busy, loses commits or keeps silent about them, the lanes are full, the process ends, and
// news comes that nobody can digest.
#pragma once
#include <string>
#include <vector>

#include "sim/village.hpp"

namespace meadow::sim {

class Simulation {
public:
    Simulation(std::uint64_t seed, int shops) : village_(seed, shops) {}

    // A day for every shop. Looked through after every step, and after the last one as a town that has settled.
    void lives_a_day();
    // Nobody begins anything any more, what is wrong with the world is mended, and everything runs its course. Then all must be over.
    void runs_its_course();

    const std::string& chronicle() const { return village_.chronicle; }
    const std::vector<std::string>& faults() const { return faults_; }
    Village& village() { return village_; }

private:
    void step();
    void look_through(bool settled);

    void shopper_acts();
    void buys(std::size_t who);
    void pays(Purchase&);
    void ends(Purchase&);
    void reviews(Purchase&);
    void reacts(std::size_t who);

    void keeper_acts(Shop&);
    void ships(Shop&, bool all);
    void answers_refunds(Shop&, bool all);
    void staff_acts();
    void decides_refunds();

    void mishap();
    void gateway_errs();
    void somebody_forges();
    void lanes_are_full();
    void news_is_poisoned();
    void person_looks_at_parked_news();

    Village village_;
    std::vector<std::string> faults_;
    int waybills_ = 0;
};

}  // namespace meadow::sim
