// A whole Meadow in a test: the real router, lanes, database and news, a clock that only moves when told, chance from a seed, and
// no sockets. On SQLite in a directory of its own; on PostgreSQL when MEADOW_TOWN=postgres (a database of its own there).
//
//     Town town{"2030-11-11 20:00"};
//     auto [ada, bo] = town.people("ada", "bo");
//     ada.put("/v1/users/" + bo.id() + "/follow").is(204);
//     town.settles();                                        // news and timers that are due, in a fixed order
//     bo.get("/v1/users/" + bo.id() + "/followers").is(200).counts("/items", 1);
#pragma once
#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "app/wiring.hpp"
#include "jobs/clock.hpp"
#include "support/json_view.hpp"
#include "support/loopback.hpp"

namespace meadow::testing {

// What came back. Expectations report the whole answer when they fail.
class Answer {
public:
    explicit Answer(http::Response r) : response_(std::move(r)), json_(response_.body) {}
    const Answer& is(int status) const;
    const Answer& is_refused(std::string_view code) const;                      // "trading.sold_out"
    const Answer& faults(std::string_view pointer) const;                       // names this field among its errors
    const Answer& says(std::string_view pointer, std::string_view text) const;
    const Answer& says(std::string_view pointer, std::int64_t number) const;
    const Answer& counts(std::string_view pointer, std::size_t entries) const;
    std::string text(std::string_view pointer) const { return json_.text(pointer); }
    std::int64_t number(std::string_view pointer) const { return json_.number(pointer); }
    const JsonView& json() const { return json_; }
    const http::Response& response() const { return response_; }
    std::string header(std::string_view name) const;

private:
    http::Response response_;
    JsonView json_;
};

class Town;
class PostgresCopy;
class Weather;

// Somebody with a device. A guest has no token.
class Person {
public:
    Person(Town& town, std::string id, std::string token) : town_(&town), id_(std::move(id)), token_(std::move(token)) {}
    const std::string& id() const { return id_; }
    const std::string& token() const { return token_; }
    // The next request carries this Idempotency-Key.
    Person& with_key(std::string key) { key_ = std::move(key); return *this; }

    Answer get(const std::string& target);
    Answer post(const std::string& target, const std::string& json = "");
    Answer put(const std::string& target, const std::string& json = "");
    Answer patch(const std::string& target, const std::string& json);
    Answer del(const std::string& target);
    Answer upload(const std::string& target, const std::string& content_type, const std::string& bytes);

private:
    Answer send(http::Method, const std::string& target, const std::string& json);
    Town* town_;
    std::string id_, token_, key_;
};

class Town {
public:
    // `weather`: what the disk is like (support/weather.hpp); it must outlive the town.
    explicit Town(std::string_view now = "2030-11-11 12:00", Weather* weather = nullptr);
    ~Town();
    Town(const Town&) = delete;

    // Signs up; the name is also the handle, the address <name>@example.org, the password "correct horse <name>".
    Person person(const std::string& name);
    template <class... Names>
    std::array<Person, sizeof...(Names)> people(const Names&... names) { return {person(names)...}; }
    // A person who also holds a role (moderator, operator).
    Person person_with_role(const std::string& name, Role);
    Person guest() { return {*this, "", ""}; }

    Answer send(http::Request request);
    // Changes a setting, from now on.
    void sets(const std::string& setting, const std::string& value);
    void settles();              // delivers news, due timers and errands until nothing is left
    void wait(Duration);         // moves the clock, then settles
    // Ends the process that lives here, in good order; what is on disk stays until the end of the Town. Then only directory() and
    // database_options() are of use: to whoever serves it next.
    void sleeps();
    // Ends the process and starts another on what it left.
    void restarts();
    Instant now() const { return clock_.now(); }

    app::Meadow& meadow() { return *meadow_; }
    jobs::World& world() { return meadow_->world(); }
    db::Database& database() { return *database_; }
    jobs::FakeClock& clock() { return clock_; }
    Loopback& outside() { return *outside_; }   // what errands send over HTTP; fails on demand
    const std::string& directory() const { return directory_; }
    const db::Options& database_options() const { return parts_.database; }
    // For a second process on the same database: what this one was made from.
    const app::Parts& parts() const { return parts_; }
    jobs::SeededDice& dice() { return dice_; }

private:
    void wakes();

    std::string directory_;
    std::unique_ptr<PostgresCopy> postgres_;   // null on SQLite
    Weather* weather_;
    app::Parts parts_;
    jobs::FakeClock clock_;
    jobs::SeededDice dice_{20301111};
    std::shared_ptr<Loopback> outside_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<app::Meadow> meadow_;
};

}  // namespace meadow::testing

namespace meadow {
using testing::Town;
using testing::Person;
using testing::Answer;
}
