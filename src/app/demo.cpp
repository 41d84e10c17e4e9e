// meadow demo: makes the demo town in an empty data directory and tells how to sign in.
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "app/commands.hpp"
#include "app/demo_town.hpp"

namespace meadow::app {
namespace {

void make_demo(const std::string& file, const std::string& data)
{
    const Config config = load_config(file, data);
    if (std::filesystem::exists(config.data) && !std::filesystem::is_empty(config.data))
        throw std::runtime_error(config.data + " is not empty; the demo town wants a place of its own");
    Opening opening(config);
    opening.bring_up_to_date();
    const char* const photos = std::getenv("MEADOW_PHOTOS");
    const bool there = photos != nullptr && std::filesystem::is_directory(photos);
    DemoTown town(opening, there ? photos : "");
    town.live();

    const std::string list = config.data + "/demo-accounts.txt";
    const mode_t before = umask(077);
    std::ofstream out(list);
    umask(before);
    out << "Accounts of the demo town. Their passwords were drawn for this town alone.\n\n";
    for (const auto& one : town.neighbours()) out << one.address << "  " << one.password << (one.role.empty() ? "" : "  (" + one.role + ")") << "\n";
    if (!out.flush()) throw std::runtime_error("cannot write " + list);
    std::printf("The demo town is in %s. How to sign in is in %s\n", config.data.c_str(), list.c_str());
}

}  // namespace

void add_demo(Word line)
{
    auto file = std::make_shared<std::string>();
    auto data = std::make_shared<std::string>();
    Word command = line.word("demo", "Make a demo town in an empty data directory");
    command.takes("--config", *file, "TOML file");
    command.takes("--data", *data, "Data directory");
    command.runs([file, data] { make_demo(*file, *data); });
}

}  // namespace meadow::app
