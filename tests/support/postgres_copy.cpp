#include "support/postgres_copy.hpp"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "app/wiring.hpp"
#include "jobs/clock.hpp"

namespace meadow::testing {
namespace {

std::string server()
{
    const char* const url = std::getenv("MEADOW_TEST_POSTGRES");
    if (url == nullptr) throw std::runtime_error("MEADOW_TOWN=postgres needs MEADOW_TEST_POSTGRES");
    return url;
}

std::string url_of(const std::string& name)
{
    const std::string base = server();
    if (base.find("://") == std::string::npos) return base + " dbname=" + name;
    return base + (base.find('?') == std::string::npos ? "?" : "&") + "dbname=" + name;
}

std::string fresh_name() { return "town_" + std::to_string(jobs::SystemDice{}.below(1'000'000'000'000)); }

void tell_server(const std::string& statement) { db::open({.url = server()})->open_writer(db::Home::main)->script(statement); }

void drop(const std::string& name) noexcept
{
    try {
        tell_server("DROP DATABASE " + name + " WITH (FORCE)");
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "%s stays behind: %s\n", name.c_str(), broken.what());
    }
}

struct Template {
    std::string name = fresh_name();
    Template()
    {
        tell_server("CREATE DATABASE " + name);
        db::migrate(*db::open({.url = url_of(name)}), app::all_migrations());
    }
    ~Template() { drop(name); }
};

}  // namespace

PostgresCopy::PostgresCopy() : name_(fresh_name()), url_(url_of(name_))
{
    static const Template once;
    tell_server("CREATE DATABASE " + name_ + " TEMPLATE " + once.name);
}

PostgresCopy::~PostgresCopy() { drop(name_); }

}  // namespace meadow::testing
