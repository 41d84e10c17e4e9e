// Signing in must not be felt by those who are in: the p99 of a page while a crowd tries passwords, beside the same page without
// them. And when the queue of the hashing pool is full, the rest of the crowd is told so at once.
#include <thread>

#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "kit_notes.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

constexpr const char* address = "ada@example.org";
constexpr const char* password = "correct horse ada";

Seen crowd(BenchTown& town, int connections, std::chrono::milliseconds length)
{
    const std::string body = std::string(R"({"address":")") + address + R"(","password":")" + password + R"("})";
    return run_load({.port = town.port(), .connections = connections, .length = length, .next = [&](int, std::string& out) {
                         write_request(out, "POST", "/v1/sessions", "", body);
                         return true;
                     }});
}

// Sixteen readers, each waiting for an answer before the next page.
Seen readers(BenchTown& town, const std::vector<NoteId>& notes)
{
    std::size_t turn = 0;
    return run_load({.port = town.port(), .connections = 16, .next = [&](int, std::string& out) {
                         write_request(out, "GET", "/v1/notes/" + text(notes[++turn * 7919 % notes.size()]), "", "");
                         return true;
                     }});
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    BenchTown town({});
    town.call("", http::Method::post, "/v1/accounts",
              std::string(R"({"address":")") + address + R"(","password":")" + password + R"(","name":"ada"})");
    const auto notes = write_notes(town, town.people(100), 2000);

    std::vector<double> quiet, crowded, rates, logins;
    for (int round = 0; round < rounds; ++round) {
        quiet.push_back(readers(town, notes).p99_ms);
        Seen signing;
        std::thread door([&] { signing = crowd(town, 32, std::chrono::milliseconds{2200}); });
        const Seen seen = readers(town, notes);
        door.join();
        crowded.push_back(seen.p99_ms);
        rates.push_back(seen.per_second());
        logins.push_back(double(signing.of_class(2)) / signing.seconds);
    }
    report.tell({.name = "p99 of a note page beside 32 who sign in", .value = median(crowded), .unit = "ms", .limit = median(quiet), .limit_name = "without them"});
    report.tell({.name = "note pages meanwhile", .value = median(rates), .unit = "/s"});
    report.tell({.name = "sign-ins meanwhile", .value = median(logins), .unit = "/s"});

    const Seen flood = crowd(town, 900, std::chrono::milliseconds{1000});
    report.tell({.name = "900 at once: signed in", .value = double(flood.of_class(2)), .unit = "people", .limit = double(flood.answers), .limit_name = "all answers"});
    const auto full = flood.by_status.find(503);
    report.tell({.name = "900 at once: told to come back (503)", .value = full == flood.by_status.end() ? 0 : double(full->second), .unit = "answers"});
    return flood.of_class(2) + (full == flood.by_status.end() ? 0 : full->second) == flood.answers ? 0 : 1;
}
