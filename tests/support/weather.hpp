// What the database is like: as a rule fair, and on demand busy, broken or silent. Lies between a Town's lanes and its engine.
//
//     Weather weather;
//     Town town{"2030-11-11 12:00", &weather};
//     weather.loses_commits(1);
//     ada.put("/v1/notes/" + note + "/like").is(500);       // and nothing of it holds
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "db/database.hpp"

namespace meadow::testing {

class Weather {
public:
    // Each of these befalls the next `times` occasions; 0 ends it.
    void is_busy(int times) { set(busy_, times); }              // a write transaction cannot begin: somebody has the lock
    void conflicts(int times) { set(conflicts_, times); }       // a commit meets another: the lane repeats it
    void loses_commits(int times) { set(lost_, times); }        // the disk is full: nothing of the transaction holds
    void silences_commits(int times) { set(silent_, times); }   // it holds, but the connection breaks before it can say so
    // The statement of this name breaks: news whose handler needs it is parked.
    void breaks(std::string statement, int times);
    void clears();

    void before_begin();
    void before_commit();
    void after_commit();
    void before(std::string_view statement);

private:
    void set(int& which, int times)
    {
        const std::lock_guard lock(mutex_);
        which = times;
    }
    bool takes(int& which);

    std::mutex mutex_;
    int busy_ = 0, conflicts_ = 0, lost_ = 0, silent_ = 0, broken_ = 0;
    std::string statement_;
};

std::unique_ptr<db::Database> under(Weather&, std::unique_ptr<db::Database>);

}  // namespace meadow::testing
