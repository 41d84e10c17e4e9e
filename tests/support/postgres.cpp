#include "support/postgres.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "db/database.hpp"
#include "jobs/clock.hpp"

namespace meadow::testing {
namespace {

void tell_server(const std::string& statement)
{
    db::open({.url = std::getenv("MEADOW_TEST_POSTGRES")})->open_writer(db::Home::main)->script(statement);
}

// postgresql:///postgres?host=… with another database in its path.
std::string url_of(const std::string& server, const std::string& name)
{
    const std::size_t path = server.find('/', server.find("://") + 3);
    return server.substr(0, path + 1) + name + server.substr(std::min(server.find('?'), server.size()));
}

}  // namespace

OwnPostgres::OwnPostgres()
{
    const char* const server = std::getenv("MEADOW_TEST_POSTGRES");
    if (server == nullptr) return;
    name_ = "own_" + std::to_string(jobs::SystemDice{}.below(1'000'000'000));
    tell_server("CREATE DATABASE " + name_);
    url_ = url_of(server, name_);
    data_ = std::filesystem::temp_directory_path() / "meadow-own-XXXXXX";
    if (mkdtemp(data_.data()) == nullptr) throw std::runtime_error("cannot make " + data_);
    std::ofstream(config()) << "data = \"" << data_ << "/data\"\ndatabase_url = \"" << url_ << "\"\n";
}

OwnPostgres::~OwnPostgres()
{
    if (name_.empty()) return;
    tell_server("DROP DATABASE " + name_ + " WITH (FORCE)");
    std::filesystem::remove_all(data_);
}

}  // namespace meadow::testing
