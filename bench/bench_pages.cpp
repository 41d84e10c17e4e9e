// Discover over HTTP while answers come in: pages a second, and how soon what happens is on a page.
//   bench_pages [--events=20000] [--people=2000] [--notes=5000] [--history=0] [--json]
// Events are POST /v1/feed/answers of a hundred each, durable before they are acknowledged, at a steady pace over eight connections; --events=0 leaves them out. The
// generator of each load has a thread of its own on the same cores, whose CPU is taken off. With --history=H the engine knows three weeks of H events a
// note and a tenth as many readers as notes (kit_big_town.hpp), the people among them, so --notes=1000000 --history=10 is a large town; some 1 GB on the disk.
#include <random>
#include <thread>

#include "kit_big_town.hpp"
#include "kit_figures.hpp"
#include "kit_lane.hpp"
#include "kit_load.hpp"
#include "kit_notes.hpp"
#include "modules/community/events.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"

using namespace meadow;
using namespace meadow::bench;
using std::chrono::steady_clock;

namespace {

constexpr int answers_at_once = 100, answering_at_once = 8;   // answers in a request; connections

class Readers {
public:
    Readers(BenchTown& town, int people) : town_(town), people_(town.people(people)) {}

    // What they have lived through goes into the engine by itself; the notes stand in the store.
    void live(int notes, double events_a_note)
    {
        BigTown::Plan plan{write_notes(town_, people_, notes), {}, events_a_note, town_.world().clock.now()};
        notes_.assign(plan.notes.end() - std::min<std::ptrdiff_t>(notes, 200'000), plan.notes.end());   // what people answer
        for (const auto& [person, token] : people_) plan.readers.push_back(person);
        for (int r = int(people_.size()); r < notes / 10; ++r) plan.readers.push_back(UserId{r});   // below any id that is given out
        BigTown lived(std::move(plan));
        auto& curator = town_.world().adapters.get<discovery::Curator>();
        const std::lock_guard turn(curator.turn_to_read());
        curator.restore(std::move(lived.engine), curator.place());
    }

    void write(int notes)
    {
        for (const NoteId note : write_notes(town_, people_, notes)) notes_.push_back(note);
        discovery::read_diary(town_.world(), [] { return true; });   // they came without news
    }

    // `per_second`: pages; 0: as many as 64 people get who ask again at once.
    Seen pages(int events_a_second, double per_second)
    {
        std::thread answering;
        if (events_a_second > 0) answering = std::thread([this, events_a_second] { answers(events_a_second); });
        Seen seen = run_load({.port = town_.port(), .per_second = per_second, .next = [&](int, std::string& out) {
                                  write_request(out, "GET", "/v1/feed/discover?limit=20", people_[turn_++ % people_.size()].second, "");
                                  return true;
                              }});
        if (answering.joinable()) answering.join();
        seen.client_cpu_seconds += answered_.client_cpu_seconds;
        return seen;
    }
    // Events a second that were acknowledged in the last round.
    double events() const { return answered_.seconds > 0 ? double(answered_.of_class(2)) * answers_at_once / answered_.seconds : 0; }

    // Milliseconds from publishing until a stranger's page has the note.
    double until_shown()
    {
        const auto begun = steady_clock::now();
        const NoteId id = write_notes(town_, people_, 1).front();
        jobs::write_in_lane(town_.world(), {}, 0, [&](WriteCtx& ctx) {
            ctx.tell(community::NotePublished{id, people_.front().first, ctx.now});
            return true;
        });
        const std::string note = text(id);
        while (town_.call(people_[turn_++ % people_.size()].second, http::Method::get, "/v1/feed/discover?limit=40", "").find(note) == std::string::npos)
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        return std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count();
    }
    // Milliseconds from a like until the next page is made knowing it.
    double until_known()
    {
        const auto& [reader, token] = people_[turn_++ % people_.size()];
        const std::string page = town_.call(token, http::Method::get, "/v1/feed/discover?limit=5", "");
        const NoteId note{*parse_id("nte", member(page, "id"))};
        const auto begun = steady_clock::now();
        town_.call(token, http::Method::put, "/v1/notes/" + text(note) + "/like", "");
        const auto& curator = town_.world().adapters.get<discovery::Curator>();
        const auto known = [&, who = reader] {
            return curator.look([&](const discovery::engine::State& state) {
                const auto number = state.note_numbers.at(note.value);
                const auto* me = state.find_reader(who);
                return me != nullptr && std::find(me->liked.begin(), me->liked.end(), number) != me->liked.end();
            });
        };
        while (!known()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
        return std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count();
    }

private:
    void answers(int events_a_second)
    {
        const auto pause = std::chrono::nanoseconds{1'000'000'000LL * answers_at_once / events_a_second};
        auto due = steady_clock::now();
        answered_ = run_load({.port = town_.port(), .connections = answering_at_once, .next = [&](int, std::string& out) {
                                  std::this_thread::sleep_until(due);
                                  due += pause;
                                  std::string json = R"({"answers":[)";
                                  for (int i = 0; i < answers_at_once; ++i)
                                      json += (i > 0 ? "," : "") + (R"({"event":"event-of-bench-)" + std::to_string(event_++) + R"(","note":")" +
                                                                    text(notes_[random_() % notes_.size()]) + R"(","answer":"click"})");
                                  write_request(out, "POST", "/v1/feed/answers", people_[random_() % people_.size()].second, json + "]}");
                                  return true;
                              }});
    }

    BenchTown& town_;
    std::vector<std::pair<UserId, std::string>> people_;
    std::vector<NoteId> notes_;
    std::mt19937 random_{1};
    std::uint64_t event_ = 0;
    std::size_t turn_ = 0;
    Seen answered_;
};

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const int events = std::stoi(report.value_of("--events", "20000"));
    BenchTown town({.io_threads = 2});
    Readers readers(town, std::stoi(report.value_of("--people", "2000")));
    const int notes = std::stoi(report.value_of("--notes", "5000"));
    const double history = std::stod(report.value_of("--history", "0"));
    const std::string size = std::to_string(notes) + " notes";
    if (history > 0) {
        readers.live(notes, history);
        report.note("   the process has " + std::to_string(std::int64_t(resident_mb())) + " MB");
    }
    if (history == 0) {   // a town where nothing waits for its trial
        readers.write(20);
        const double shown = median_of([&] { return readers.until_shown(); });
        report.tell({.name = "from publishing to a stranger's page", .value = shown, .unit = "ms", .limit = 1'000, .limit_name = "the goal"});
    }
    const double known = median_of([&] { return readers.until_known(); });
    report.tell({.name = "from a like to the next page", .value = known, .unit = "ms", .limit = 200, .limit_name = "the goal", .size = size});
    if (history == 0) readers.write(notes);
    double cpu = 0, p99 = 0, told = 0, alone = 0;
    const auto rate_with = [&](int events_a_second, double per_second = 0) {
        return median_of([&] {
            const double before = cpu_seconds_of_process();
            const Seen seen = readers.pages(events_a_second, per_second);
            cpu = (cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers);
            p99 = seen.p99_ms;
            told = readers.events();
            return double(seen.of_class(2)) / seen.seconds;
        });
    };
    alone = rate_with(0);
    report.tell({.name = "Discover over HTTP, nobody answers", .value = alone, .unit = "pages/s", .limit = 2'000, .limit_name = "the goal", .size = size, .cpu_us = cpu});
    const double beside = rate_with(events);
    report.tell({.name = "Discover over HTTP, answers come in", .value = beside, .unit = "pages/s", .limit = 2'000, .limit_name = "the goal", .size = size, .cpu_us = cpu});
    report.tell({.name = "  its p99", .value = p99, .unit = "ms", .limit = 20, .limit_name = "the goal", .size = size});
    report.tell({.name = "  events beside it", .value = told, .unit = "/s", .limit = double(events), .limit_name = "what was sent", .size = size});
    constexpr double wanted = 2'000;
    const double paced = rate_with(events, wanted);
    report.tell({.name = "Discover over HTTP, as many as are wanted", .value = paced, .unit = "pages/s", .limit = wanted, .limit_name = "asked for", .size = size, .cpu_us = cpu});
    report.tell({.name = "  its p99, from when each was due", .value = p99, .unit = "ms", .limit = 20, .limit_name = "the goal", .size = size});
    report.tell({.name = "  events beside it", .value = told, .unit = "/s", .limit = double(events), .limit_name = "what was sent", .size = size});
    return 0;
}
