// meadow discovery …: the engine from the command line.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands.hpp"
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

}  // namespace

void add_discovery(CLI::App& app)
{
    CLI::App* command = app.add_subcommand("discovery", "The discovery engine");
    command->require_subcommand(1);
    command->add_subcommand("replay", "Drive the feed's engine from standard input under a fake clock: user, note, event, page, end (docs/discovery.md)")
        ->callback(replay);
}

}  // namespace meadow::app
