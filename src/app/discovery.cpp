// meadow discovery …: the engine from the command line.
#include <chrono>
#include <cstdio>
#include <iostream>

#include "app/commands.hpp"
#include "app/visit.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/engine/replay.hpp"

namespace meadow::app {
namespace {

void replay()
{
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    discovery::engine::Replay replay;
    std::string line;
    for (std::int64_t number = 1; !replay.ended() && std::getline(std::cin, line); ++number) {
        try {
            if (const auto page = replay.line(line)) {
                std::cout << *page << '\n';
                // Whoever waits for the answer before it goes on must get it; whoever sends a file need not pay for it.
                if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();
            }
        } catch (const std::runtime_error& broken) {
            throw std::runtime_error("line " + std::to_string(number) + ": " + broken.what());
        }
    }
    std::cout.flush();
}

void rebuild(const std::string& file, const std::string& data, bool verify)
{
    Visit visit(load_config(file, data));
    const auto begun = std::chrono::steady_clock::now();
    const auto rebuilt = discovery::rebuild_engine(visit.world());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::printf("%lld entries in %.1f s: %lld notes, %lld readers, %zu bytes\n", static_cast<long long>(rebuilt.entries), seconds,
                static_cast<long long>(rebuilt.notes), static_cast<long long>(rebuilt.readers), rebuilt.bytes.size());
    if (!verify) return;
    // Another way to the same place: half the diary, a snapshot, and the rest told to what was read from it. What was entered
    // meanwhile is looked at only when both have read it.
    const auto again = discovery::rebuild_engine(visit.world(), (rebuilt.entries + 1) / 2);
    const auto once_more = again.entries == rebuilt.entries ? rebuilt : discovery::rebuild_engine(visit.world());
    if (once_more.entries != again.entries) throw std::runtime_error("the town is too busy to compare; try again");
    if (once_more.bytes != again.bytes) throw std::runtime_error("the engine is not the same when it is rebuilt by way of a snapshot");
    std::printf("The same bytes by way of a snapshot\n");
}

}  // namespace

void add_discovery(Word line)
{
    auto file = std::make_shared<std::string>();
    auto data = std::make_shared<std::string>();
    auto verify = std::make_shared<bool>(false);
    Word command = line.word("discovery", "The discovery engine");
    command.word("replay", "Drive the feed's engine from standard input under a fake clock: user, note, event, page, end (docs/discovery.md)")
        .runs(replay);
    Word again = command.word("rebuild", "Make the engine from its diary alone, beside the one that serves, and say what it took");
    again.takes("--config", *file, "TOML file");
    again.takes("--data", *data, "Data directory");
    again.allows("--verify", *verify, "Make it twice, once by way of a snapshot, and compare byte for byte");
    again.runs([file, data, verify] { rebuild(*file, *data, *verify); });
}

}  // namespace meadow::app
