// What every command does first: opens the database of a data directory with the system's clock and dice.
#pragma once
#include <memory>

#include "app/config.hpp"
#include "app/wiring.hpp"
#include "jobs/clock.hpp"

namespace meadow::app {

class Opening {
public:
    explicit Opening(const Config&);

    // Applies missing migrations; a database that is not empty is backed up into DATA/backups first. Prints what it does.
    void bring_up_to_date();

    Parts parts() const;
    db::Database& database() { return *database_; }
    const jobs::Clock& clock() const { return clock_; }
    jobs::Dice& dice() { return dice_; }
    const Config& config() const { return config_; }

private:
    Config config_;
    db::Options options_;
    std::unique_ptr<db::Database> database_;
    jobs::SystemClock clock_;
    jobs::SystemDice dice_;
};

}  // namespace meadow::app
