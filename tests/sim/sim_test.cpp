// Two hundred shop-days from seeds, looked through after every step by auditors who use nothing of the product.
#include <gtest/gtest.h>

#include <cstdlib>

#include "sim/simulation.hpp"

namespace meadow::sim {
namespace {

constexpr int shops = 5;

void expect_no_faults(const Simulation& simulation)
{
    const std::vector<std::string>& faults = simulation.faults();
    for (std::size_t i = 0; i < faults.size() && i < 20; ++i) ADD_FAILURE() << faults[i];
}

}  // namespace

TEST(Simulation, leaves_nothing_unpaid_unsent_unbooked_or_uncounted)
{
    const std::uint64_t first = testing::seed_of_this_run();
    const char* const engine = std::getenv("MEADOW_TOWN");
    const bool postgres = engine != nullptr && std::string_view(engine) == "postgres";   // ten times slower, and no other story
    const int towns = (testing::long_run() ? 20 : 4) / (postgres ? 4 : 1), days = testing::long_run() ? 20 : 10;
    Chance seeds(first);
    std::map<std::string, std::int64_t> ended;
    int again = 0;
    for (int i = 0; i < towns && !::testing::Test::HasFailure(); ++i) {
        const std::uint64_t seed = i == 0 ? first : seeds.number();
        SCOPED_TRACE("MEADOW_SEED=" + std::to_string(seed));
        Simulation simulation(seed, shops);
        for (int day = 0; day < days && simulation.faults().empty(); ++day) simulation.lives_a_day();
        if (simulation.faults().empty()) simulation.runs_its_course();
        expect_no_faults(simulation);
        for (const auto& [state, orders] : Diary::order_states(simulation.village().town.database())) ended[state] += orders;
        again += simulation.village().asked_again;
    }
    for (const char* state : {"completed", "cancelled", "refunded"}) EXPECT_GT(ended[state], 10) << state << ": the story is too thin to prove anything";
    std::printf("%d shop-days: %lld orders received, %lld never paid, %lld given back; %d requests asked again\n", towns * days * shops,
                static_cast<long long>(ended["completed"]), static_cast<long long>(ended["cancelled"]), static_cast<long long>(ended["refunded"]), again);
}

TEST(Simulation, of_one_seed_is_the_same_byte_by_byte)
{
    std::string first;
    for (int i = 0; i < 2; ++i) {
        Simulation simulation(42, 2);
        for (int day = 0; day < 2; ++day) simulation.lives_a_day();
        if (i == 0) first = simulation.chronicle();
        else EXPECT_TRUE(first == simulation.chronicle());
    }
    EXPECT_GT(first.size(), 1000u);
}

}  // namespace meadow::sim
