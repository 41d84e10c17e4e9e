// Likes and views over HTTP, durable before the answer, with exact counters, beside the same verb run in the lane without HTTP.
//   bench_engagement [--size=empty|grown|both] [--json]
#include <map>
#include <random>

#include "kit_figures.hpp"
#include "kit_grown.hpp"
#include "kit_lane.hpp"
#include "kit_load.hpp"
#include "kit_notes.hpp"
#include "modules/community/community.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/views/fold_views.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

struct Measured {
    double rate = 0, cpu = 0, p99 = 0;
    std::uint64_t acknowledged = 0;             // in all rounds
    std::map<int, std::uint64_t> turned_down;   // answers that were not, by status
};

Measured measure(BenchTown& town, const std::function<void(std::string&)>& request, int connections = 64)
{
    Measured m;
    m.rate = median_of([&] {
        const double before = cpu_seconds_of_process();
        const Seen seen = run_load({.port = town.port(), .connections = connections, .next = [&](int, std::string& out) {
                                        request(out);
                                        return true;
                                    }});
        m.cpu = (cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers);
        m.p99 = seen.p99_ms;
        m.acknowledged += seen.of_class(2);
        for (const auto& [status, count] : seen.by_status)
            if (status / 100 != 2) m.turned_down[status] += count;
        return double(seen.of_class(2)) / seen.seconds;
    });
    return m;
}

struct Counted {
    std::int64_t likes = 0, views = 0;
};

// What the counters of all notes say together, once every view is counted in.
Counted count_all(BenchTown& town, const std::vector<NoteId>& notes)
{
    while (community::fold_views(town.world()) > 0) {}
    Counted sum;
    for (std::size_t from = 0; from < notes.size(); from += 500) {
        const std::vector<NoteId> some(notes.begin() + std::ptrdiff_t(from), notes.begin() + std::ptrdiff_t(std::min(notes.size(), from + 500)));
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            for (const auto& note : community::public_notes(ctx.tx, some)) {
                sum.likes += note.likes;
                sum.views += note.views;
            }
        });
    }
    return sum;
}

constexpr std::size_t engaged = 5000;   // notes

// In a grown town, as many from all its years.
std::vector<NoteId> some_notes(SizedTown& sized, const std::vector<std::pair<UserId, std::string>>& people)
{
    if (sized.notes.empty()) return write_notes(sized.town(), people, engaged);
    std::vector<NoteId> out;
    for (std::size_t i = 0; i < engaged; ++i) out.push_back(sized.notes[i * sized.notes.size() / engaged]);
    return out;
}

void engage(Report& report, const std::string& size)
{
    SizedTown sized = open_town(size, {}, {.shops = 1, .buyers = 1, .authors = 1});
    BenchTown& town = sized.town();
    const auto people = town.people(2000);
    const std::vector<NoteId> notes = some_notes(sized, people);
    const Counted before = count_all(town, notes);
    std::mt19937 random(1);
    std::size_t turn = 0;
    // Everybody in turn likes another note: no like is repeated.
    const auto next_like = [&] {
        const std::size_t n = turn++;
        return std::pair{n % people.size(), (n / people.size() + n * 7919) % notes.size()};
    };

    std::size_t in_the_lane = 0;
    const double direct = median_of([&] {
        constexpr int count = 20'000;
        std::vector<std::pair<std::size_t, std::size_t>> likes;
        for (int i = 0; i < count; ++i) likes.push_back(next_like());
        in_the_lane += std::size_t(count);
        const double rate = verbs_per_second(
            town.world(), count, [&](int i) { return Who{people[likes[std::size_t(i)].first].first, {}, 0}; },
            [&](int i) { return std::uint64_t(notes[likes[std::size_t(i)].second].value); },
            [&](WriteCtx& ctx, int i) { return community::like_note(ctx, {notes[likes[std::size_t(i)].second]}).ok(); });
        wait_for_news(town.meadow());
        return rate;
    });
    // Who likes waits for two syncs of the disk at most: with few people about, that wait and not the work is what bounds the figure.
    std::vector<Measured> liking;
    for (const int connections : {64, 256}) {
        const Measured likes = measure(town, [&](std::string& out) {
            const auto [who, note] = next_like();
            write_request(out, "PUT", "/v1/notes/" + text(notes[note]) + "/like", people[who].second, "");
        }, connections);
        const std::string name = "likes over HTTP, " + std::to_string(connections) + " connections";
        report.tell({.name = name, .value = likes.rate, .unit = "/s", .limit = direct, .limit_name = "the verb in the lane", .size = sized.size, .cpu_us = likes.cpu});
        report.tell({.name = name + ", p99", .value = likes.p99, .unit = "ms", .size = sized.size});
        liking.push_back(likes);
        wait_for_news(town.meadow());
    }

    std::uint64_t event = 0;
    const auto batch = [&](int length) {
        std::string json = R"({"views":[)";
        for (int i = 0; i < length; ++i)
            json += (i > 0 ? "," : "") + (R"({"event":"view-of-bench-)" + std::to_string(event++) + R"(","note":")" + text(notes[random() % notes.size()]) +
                                          R"(","dwell_ms":2400,"source":"feed"})");
        return json + "]}";
    };
    const auto views = [&](int at_once) {
        return measure(town, [&](std::string& out) { write_request(out, "POST", "/v1/views", people[random() % people.size()].second, batch(at_once)); });
    };
    const Measured single = views(1), batched = views(50);
    wait_for_news(town.meadow());
    // Every like was another person's of another note and every view a new event, so the counters must add up to what was acknowledged.
    const Counted counted = count_all(town, notes);
    const auto liked = before.likes + std::int64_t(in_the_lane + liking[0].acknowledged + liking[1].acknowledged), viewed = before.views + std::int64_t(single.acknowledged + 50 * batched.acknowledged);
    if (counted.likes != liked || counted.views != viewed)
        throw std::runtime_error("the counters say " + std::to_string(counted.likes) + " likes and " + std::to_string(counted.views) + " views, not " +
                                 std::to_string(liked) + " and " + std::to_string(viewed));
    for (const Measured& m : {liking[0], liking[1], single, batched})
        for (const auto& [status, count] : m.turned_down) report.note("   turned down with " + std::to_string(status) + ": " + std::to_string(count));
    report.note("   the counters of all notes add up to exactly what was acknowledged");
    report.tell({.name = "views over HTTP, one by one", .value = single.rate, .unit = "/s", .size = sized.size, .cpu_us = single.cpu});
    report.tell({.name = "views over HTTP, fifty at once", .value = batched.rate * 50, .unit = "/s", .size = sized.size, .cpu_us = batched.cpu / 50});
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    for (const std::string& size : sizes_of(report)) engage(report, size);
    return 0;
}
