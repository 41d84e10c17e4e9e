// What every command does first: opens the database of a data directory with the system's clock and dice, under a node number that
// no other process has.
#pragma once
#include <memory>

#include "app/config.hpp"
#include "app/wiring.hpp"
#include "db/node_lease.hpp"
#include "jobs/clock.hpp"

namespace meadow::app {

// Whether a command may work while a server serves the same data directory.
enum class Beside : std::uint8_t { nobody, server };

// How this machine itself reaches a server that listens there: "http://127.0.0.1:8080".
std::string reached_at(const std::string& address, int port);

// The database that is configured.
db::Options database_of(const Config&);

class Opening {
public:
    // Throws Fault busy when another process has what it asks for alone (db/node_lease.hpp).
    explicit Opening(const Config&, Beside = Beside::nobody);

    // Applies missing migrations; a town that is there already is backed up into DATA/backups first, unless the caller has one; the
    // oldest of such backups are forgotten. Returns how many, and prints what it does.
    enum class Backup : std::uint8_t { first, not_needed };
    std::size_t bring_up_to_date(Backup = Backup::first);

    Parts parts() const;
    // Null on SQLite beside a server, whose lease it is.
    db::NodeLease* lease() { return lease_.get(); }
    db::Database& database() { return *database_; }
    const jobs::Clock& clock() const { return clock_; }
    jobs::Dice& dice() { return dice_; }
    const Config& config() const { return config_; }

private:
    void forget_old_backups();

    Config config_;
    db::Options options_;
    std::unique_ptr<db::NodeLease> lease_;
    std::unique_ptr<db::Database> database_;
    jobs::SystemClock clock_;
    jobs::SystemDice dice_;
};

}  // namespace meadow::app
