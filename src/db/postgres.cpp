// The PostgreSQL engine: open_postgres().
#include "db/postgres_connection.hpp"
#include "db/postgres_dump.hpp"
#include "db/postgres_fault.hpp"

namespace meadow::db {
namespace {

using namespace postgres;

// Two processes may start at once; the one that comes second finds the schema made.
void create_schema(const Address& address)
{
    const Session session = address.connect();
    const Answer answer(PQexec(session.get(), ("CREATE SCHEMA IF NOT EXISTS " + address.schema()).c_str()));
    if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) return;
    const Fault fault = fault_of(answer.get(), "db.create_schema");
    if (fault.kind != Fault::Kind::duplicate) throw fault;
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const Options& options) : address_(options), commit_delay_(options.commit_delay)
    {
        if (!address_.schema().empty()) create_schema(address_);
        else address_.connect();  // a server that cannot be reached is told of now, not at the first request
    }

    Engine engine() const override { return Engine::postgres; }
    std::unique_ptr<Connection> open_writer(Home) override { return open(); }
    std::unique_ptr<Connection> open_reader(Home) override { return open(); }
    void checkpoint() override {}  // the server's own business
    void backup(const std::filesystem::path& to) override { dump(address_, to / "meadow.pgdump"); }

private:
    std::unique_ptr<Connection> open() { return std::make_unique<PostgresConnection>(address_, commit_delay_); }

    const Address address_;
    const std::chrono::microseconds commit_delay_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const Options& options) { return std::make_unique<PostgresDatabase>(options); }

}  // namespace meadow::db
