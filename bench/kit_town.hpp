// A Meadow that serves over real sockets inside the benchmark's process, on a data directory of its own that is removed at the end.
#pragma once
#include <memory>
#include <string>

#include "app/wiring.hpp"
#include "http/server.hpp"

namespace meadow::bench {

class BenchTown {
public:
    struct Options {
        std::string directory;                        // empty: a fresh one beside the build, removed at the end
        std::string database_url;                     // empty: SQLite in the directory
        int io_threads = 1;
        int lanes = 4;
        std::chrono::microseconds commit_delay{0};
    };
    explicit BenchTown(Options);
    ~BenchTown();

    int port() const { return server_->port(); }
    app::Meadow& meadow() { return *meadow_; }
    jobs::World& world() { return meadow_->world(); }
    db::Database& database() { return *database_; }

    // One request through the router, without a socket. Throws when the answer is not a success.
    std::string call(std::string_view token, http::Method, const std::string& target, const std::string& body,
                     const std::string& content_type = "application/json");

    // Makes `count` people with a session each; their bearer tokens. Far faster than signing up: no password is hashed.
    std::vector<std::pair<UserId, std::string>> people(int count);

private:
    Options options_;
    bool temporary_ = false;
    jobs::SystemClock clock_;
    jobs::SystemDice dice_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<app::Meadow> meadow_;
    std::unique_ptr<http::Server> server_;
};

// The first string member of that name in a JSON text: enough for ids in answers.
std::string member(const std::string& json, const std::string& name, std::size_t from = 0);

}  // namespace meadow::bench
