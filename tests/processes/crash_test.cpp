// kill -9 of the real server at random moments under mixed load over real sockets, again and again. After each death the files (on
// PostgreSQL: the database) are looked through as they were left; after each start what was never answered is asked again with the
// same key, and then the tables hold exactly what was answered.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "audit/auditor.hpp"
#include "jobs/clock.hpp"
#include "processes/resident.hpp"
#include "processes/server_process.hpp"
#include "support/gazette.hpp"

namespace meadow::testing {
namespace {

using std::chrono::milliseconds;

constexpr auto patience = std::chrono::seconds{30};

struct Crash : ::testing::Test {
    const std::uint64_t seed = seed_of_this_run();
    Chance chance{seed};
    Town town{text(jobs::SystemClock{}.now())};
    Mall mall;
    std::vector<std::unique_ptr<Resident>> residents;

    Crash()
    {
        town.sets("trading.ask_gateway_after", "2s");
        town.sets("fulfilment.sandbox_pace", "300ms");
        Person author = town.person("ada");
        for (const std::string name : {"lin", "may"}) open_shop(name, author);
        for (int i = 0; i < 7; ++i) {
            const Buyer shopper = buyer(town, "shopper" + std::to_string(i));
            mall.people.push_back(shopper.id());
            residents.push_back(std::make_unique<Shopper>(shopper, mall, chance.another()));
        }
        town.settles();
        town.sleeps();
    }

    void open_shop(const std::string& name, Person& author)
    {
        Person keeper = town.person(name);
        const Stall stall = open_stall(keeper, name, {{"红", yuan(99), 60}, {"粉", yuan(9), 60}});
        for (std::size_t i = 0; i < stall.skus.size(); ++i)
            mall.articles.push_back({stall.shop, stall.skus[i], i == 0 ? yuan(99).minor : yuan(9).minor,
                                     publishes(author, name + std::to_string(i), R"("products":[")" + stall.product + R"("])")});
        residents.push_back(std::make_unique<Keeper>(keeper, stall.shop, stall.skus, chance.another()));
    }

    // Everybody at once, each on a thread of their own.
    template <class Do>
    void together(Do what)
    {
        std::vector<std::thread> threads;
        for (const auto& resident : residents) threads.emplace_back([&resident = *resident, &what] { what(resident); });
        for (std::thread& thread : threads) thread.join();
    }

    // What was not answered is asked again; what was answered lately is answered alike.
    void resolve(const ServerProcess& server)
    {
        together([&](Resident& resident) {
            resident.to(server.port());
            EXPECT_TRUE(resident.resolves()) << "no answer though nobody kills";
            for (const std::string& fault : resident.repeats()) ADD_FAILURE() << fault;
        });
    }

    // Lives until the line goes dead.
    void live_until_killed(ServerProcess& server, milliseconds life)
    {
        std::thread killer([&] {
            std::this_thread::sleep_for(life);
            server.kill();
        });
        together([](Resident& resident) {
            while (resident.lives()) {}
            resident.hang_up();
        });
        killer.join();
    }

    void look_through(db::Database& database, audit::Moment moment, const std::string& when)
    {
        for (const std::string& fault : audit::audit(database, moment)) ADD_FAILURE() << when << ": " << fault;
        for (const auto& resident : residents) {
            for (const std::string& fault : resident->memory().contradictions(database)) ADD_FAILURE() << when << ": " << fault;
            for (const std::string& fault : resident->memory().breakdowns()) ADD_FAILURE() << when << ": " << fault;
        }
    }

    // As it was left. SQLite's files are copied first, so that looking repairs nothing that the next server has to repair itself.
    void look_at_the_remains(const std::string& when)
    {
        db::Options remains = town.database_options();
        const std::string copy = town.directory() + "/remains";
        if (remains.url.starts_with("sqlite:")) {
            std::filesystem::create_directory(copy);
            for (const auto& entry : std::filesystem::directory_iterator(town.directory()))
                if (const auto name = entry.path().filename(); name.string().find(".db") != std::string::npos && !name.string().ends_with("-shm"))
                    std::filesystem::copy_file(entry.path(), copy / name);
            remains.url = "sqlite:" + copy;
        }
        look_through(*db::open(remains), audit::Moment::always, when);
        std::filesystem::remove_all(copy);
    }

    // Subscribers, carriers and gateways catch up while nobody asks for anything.
    template <class Faults>
    void wait_until_empty(Faults faults)
    {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        std::vector<std::string> left = faults();
        for (; !left.empty() && std::chrono::steady_clock::now() < deadline; left = faults()) std::this_thread::sleep_for(milliseconds{20});
        for (const std::string& fault : left) ADD_FAILURE() << "after a long wait: " << fault;
    }

    void visit(const std::string& when)
    {
        ServerProcess server(town, port);
        port = server.port();
        resolve(server);
        const auto database = db::open(town.database_options());
        wait_until_empty([&] { return audit::audit(*database, audit::Moment::settled); });
        look_through(*database, audit::Moment::always, when);
    }

    // The errands that a dead process had taken, and the questions to the gateway, fall due at once: what remains is done, and then we
    // and the gateway agree about every fen.
    void finish()
    {
        const auto database = db::open(town.database_options());
        database->open_writer(db::Home::main)->script("UPDATE jobs_errands SET due = 0; UPDATE jobs_timers SET due = 0 WHERE kind = 'trading.payment_unheard'");
        ServerProcess server(town, port);
        wait_until_empty([&] { return audit::audit(*database, "audit.the_gateway_and_we_agree"); });
        wait_until_empty([&] { return audit::audit(*database, audit::Moment::settled); });
        EXPECT_EQ(server.end(), 0) << "and it still ends in good order";
        look_through(*database, audit::Moment::always, "at the end");
    }

    std::vector<Trace> never_done() const
    {
        std::vector<Trace> out;
        for (const Trace trace : all_traces)
            if (std::none_of(residents.begin(), residents.end(), [&](const auto& r) { return r->memory().told(trace) > 0; })) out.push_back(trace);
        return out;
    }

    int port = 0;
};

}  // namespace

TEST_F(Crash, loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done)
{
    const bool embedded = town.database_options().url.starts_with("sqlite:");
    const int kills = embedded ? (long_run() ? 50 : 10) : (long_run() ? 20 : 4);
    // On a machine that is busy with other things a life may be too short for a payment; then there are more of them.
    for (int i = 1; (i <= kills || (i <= 5 * kills && !never_done().empty())) && !HasFailure(); ++i) {
        const milliseconds life{100 + chance.below(900)};
        const std::string when = "kill " + std::to_string(i) + " after " + std::to_string(life.count()) + " ms";
        {
            ServerProcess server(town, port);
            port = server.port();
            resolve(server);
            live_until_killed(server, life);
        }
        look_at_the_remains(when + ", dead");
        if (i % 5 == 0 || i >= kills) visit(when + ", up again");
    }
    finish();
    for (const Trace trace : never_done()) ADD_FAILURE() << "nobody ever did " << int(trace) << ", so nothing was learned of it";
    std::uint64_t answers = 0;
    for (const auto& resident : residents) answers += resident->memory().answers();
    std::printf("%d kills, %llu answered requests, every one of them kept\n", kills, static_cast<unsigned long long>(answers));
}

}  // namespace meadow::testing
