// The PostgreSQL server.
#include <cstdlib>

#include "app/doctor/findings.hpp"
#include "db/copies.hpp"
#include "db/server_facts.hpp"

namespace meadow::app {

void look_at_postgres(Findings& out, const Config& config, const jobs::Clock& clock)
{
    if (config.database_url.empty()) return;
    const db::ServerFacts facts = db::server_facts(database_of(config));
    const auto setting = [&](const std::string& name) {
        const auto found = facts.settings.find(name);
        return found == facts.settings.end() ? std::string{} : found->second;
    };
    const int version = std::atoi(setting("server_version_num").c_str());
    if (version < 150000)
        out.fail("postgresql", "version " + setting("server_version"), "15 or later is needed");
    else
        out.ok("postgresql", "version " + setting("server_version") + ", " + std::to_string(facts.round_trip_us) + " µs away");
    if (facts.round_trip_us > 5'000)
        out.warn("postgresql", "a round trip takes " + std::to_string(facts.round_trip_us) + " µs",
                 "run the server near its database");
    for (const char* const name : {"fsync", "full_page_writes", "synchronous_commit"})
        if (setting(name) == "off")
            out.fail("postgresql", std::string(name) + " is off", "turn it on: what is acknowledged must survive a power cut");
    if (setting("server_encoding") != "UTF8")
        out.fail("postgresql", "the database's encoding is " + setting("server_encoding"), "make one with ENCODING 'UTF8'");
    if (setting("data_checksums") != "on")
        out.warn("postgresql", "data checksums are off",
                 "a rotten page goes unnoticed; pg_checksums --enable while the server is stopped");
    const int needed = config.lanes + config.io_threads * 8 + 10;
    if (std::atoi(setting("max_connections").c_str()) < needed)
        out.warn("postgresql", "max_connections is " + setting("max_connections"),
                 "allow at least " + std::to_string(needed) + " for each Meadow process");
    const std::int64_t skew_ms = std::llabs(clock.now().us - facts.clock_us) / 1000;
    if (skew_ms > 2'000)
        out.warn("clock", "differs from PostgreSQL's by " + std::to_string(skew_ms) + " ms", "let both machines follow NTP");
}

void look_at_integrity(Findings& out, const Config& config)
{
    out.faults("integrity", db::integrity_faults(database_of(config)), "the database's files are sound",
               "stop writing, keep a copy of everything, restore the newest backup that meadow restore --check finds whole");
}

}  // namespace meadow::app
