// What `meadow doctor` looks at and says. Each look is a function that appends its findings.
#pragma once
#include <string>
#include <vector>

#include "app/visit.hpp"

namespace meadow::app {

enum class Level : std::uint8_t { ok, warn, fail };

struct Finding {
    Level level{};
    std::string about;   // "disk"
    std::string what;    // "3 GB free"
    std::string advice;  // what to do about it; empty when all is well
};

class Findings {
public:
    void ok(std::string about, std::string what) { all_.push_back({Level::ok, std::move(about), std::move(what), ""}); }
    void warn(std::string about, std::string what, std::string advice)
    {
        add(Level::warn, std::move(about), std::move(what), std::move(advice));
    }
    void fail(std::string about, std::string what, std::string advice)
    {
        add(Level::fail, std::move(about), std::move(what), std::move(advice));
    }
    // A list of faults, at most five of them told; none: `well`.
    void faults(const std::string& about, const std::vector<std::string>& found, std::string well, const std::string& advice);
    const std::vector<Finding>& all() const { return all_; }
    bool failed() const;

private:
    void add(Level level, std::string about, std::string what, std::string advice)
    {
        all_.push_back({level, std::move(about), std::move(what), std::move(advice)});
    }
    std::vector<Finding> all_;
};

// The machine: what needs no database.
void look_at_configuration(Findings&, const Config&);
void look_at_data_directory(Findings&, const Config&);
void look_at_disk(Findings&, const Config&);
// The PostgreSQL server: version, settings, clock, distance.
void look_at_postgres(Findings&, const Config&, const jobs::Clock&);
// The engine's files. Reads everything.
void look_at_integrity(Findings&, const Config&);
// The town: an audit of books, stock and counters; media; what waits to be delivered; the clock beside what was written last.
void look_at_town(Findings&, Visit&);
void look_at_media(Findings&, Visit&);
void look_at_news(Findings&, Visit&);

}  // namespace meadow::app
