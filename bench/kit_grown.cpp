#include "kit_grown.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "corpus.hpp"
#include "kit_lane.hpp"
#include "kit_repeat.hpp"
#include "modules/identity/sessions/model.hpp"

namespace meadow::bench {
namespace {

constexpr int copies = 49;                                // of the day that is lived
constexpr Duration step = std::chrono::hours{4 * 24};     // from one copy to the next: 200 days

int number_in(const char* name, int otherwise)
{
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::stoi(text);
}

// What is told beside a kept town.
struct Told {
    Cast cast;
    Day day;
};
BOOST_DESCRIBE_STRUCT(Told, (), (cast, day))

std::string kept_in()
{
    const char* chosen = std::getenv("MEADOW_BENCH_DATA");
    const std::string root = chosen != nullptr ? chosen : "build/bench-data";
    const GrownSize size = grown_size();
    return std::filesystem::absolute(root).string() + "/" + std::to_string(size.notes) + "-notes-" + std::to_string(size.orders) + "-orders";
}

std::int64_t next_id(BenchTown& town) { return town.world().ids.next(); }

// What was to be rung later or done outside, such as unpaid orders that run out.
void leave_nothing_due(BenchTown& town)
{
    jobs::write_in_lane(town.world(), {}, 0, [](WriteCtx& ctx) {
        ctx.tx.connection().script("DELETE FROM jobs_timers; DELETE FROM jobs_errands");
        return true;
    });
    wait_for_news(town.meadow());
}

// The day and its copies, in a database that holds nothing but the cast.
Told grow(std::unique_ptr<BenchTown>& town, const BenchTown::Options& options, bool reopen)
{
    Told told;
    told.cast = assemble(*town, CastSize{}.shops, CastSize{}.buyers, CastSize{}.authors);
    Repeat repeat(town->database(), next_id(*town), town->world().clock.now());
    const GrownSize size = grown_size();
    const char* data = std::getenv("MEADOW_SHARED_DATA");
    told.day = live_one_day(*town, told.cast, size.notes / (copies + 1), size.orders / (copies + 1),
                            ::bench::corpus(data != nullptr ? data : "../shared/data").documents);
    const std::int64_t last_id = next_id(*town);
    leave_nothing_due(*town);   // it is over in every copy of the day
    if (reopen) {
        town.reset();   // nobody else works in the database meanwhile
        const auto database = db::open({"sqlite:" + options.directory, "", {}});
        repeat.write(*database, last_id, copies, step);
        database->checkpoint();
    } else {
        repeat.write(town->database(), last_id, copies, step);
    }
    return told;
}

void sign_in(BenchTown& town, Market& market)
{
    for (std::size_t from = 0; from < market.buyers.size(); from += 500)
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            for (std::size_t i = from; i < std::min(from + 500, market.buyers.size()); ++i)
                market.buyers[i].token = identity::open_session(ctx, market.buyers[i].user, "bench").token;
            return true;
        });
}

// After a start what is derived is read again beside the serving: a minute of one core that belongs to no figure.
void await_complete_search(BenchTown& town)
{
    while (town.call("", http::Method::get, "/v1/search/notes?q=topic", "").find("\"complete\":true") == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
}

std::vector<NoteId> all_notes(const Day& day)
{
    std::vector<NoteId> out;
    for (int copy = copies; copy >= 0; --copy)
        for (const NoteId note : day.notes) out.push_back({moved_back(note.value, copy, step)});
    return out;
}

Told read_told(const std::string& directory)
{
    std::stringstream text;
    text << std::ifstream(directory + "/told.json").rdbuf();
    auto told = from_json<Told>(text.str());
    if (!told.ok()) throw std::runtime_error(directory + " does not hold a grown town; remove it");
    return std::move(*told);
}

}  // namespace

GrownSize grown_size()
{
    const GrownSize usual;
    return {number_in("MEADOW_BENCH_NOTES", usual.notes), number_in("MEADOW_BENCH_ORDERS", usual.orders)};
}

DirectoryLock::DirectoryLock(const std::string& directory)
{
    std::filesystem::create_directories(std::filesystem::path(directory).parent_path());
    file_ = open((directory + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (file_ < 0 || flock(file_, LOCK_EX) != 0) throw std::runtime_error("cannot lock " + directory);
}

DirectoryLock::~DirectoryLock() { close(file_); }

std::vector<std::string> sizes_of(const Report& report)
{
    const std::string chosen = report.value_of("--size", "empty");
    if (chosen == "both") return {"empty", "grown"};
    if (chosen != "empty" && chosen != "grown") throw std::runtime_error("--size is empty, grown or both");
    return {chosen};
}

std::string grown_directory()
{
    const std::string directory = kept_in();
    const DirectoryLock lock(directory + ".making");
    if (std::filesystem::exists(directory + "/told.json")) return directory;
    std::filesystem::remove_all(directory);
    const std::string making = directory + ".new";
    std::filesystem::remove_all(making);
    std::filesystem::create_directories(making);
    BenchTown::Options options{.directory = making};
    auto town = std::make_unique<BenchTown>(options);
    const Told told = grow(town, options, true);
    std::ofstream(making + "/told.json") << to_json(told);
    std::filesystem::rename(making, directory);
    return directory;
}

SizedTown open_town(const std::string& size, BenchTown::Options options, CastSize cast)
{
    SizedTown out;
    out.size = "empty";
    if (size == "empty") {
        out.open = std::make_unique<BenchTown>(options);
        out.cast = assemble(*out.open, cast.shops, cast.buyers, cast.authors);
        return out;
    }
    const GrownSize grown = grown_size();
    out.size = std::to_string(grown.notes) + " notes, " + std::to_string(grown.orders) + " orders";
    Told told;
    if (options.database_url.empty()) {
        out.directory = options.directory = grown_directory();
        out.lock = std::make_unique<DirectoryLock>(out.directory);
        told = read_told(out.directory);
        out.open = std::make_unique<BenchTown>(options);
    } else {
        out.open = std::make_unique<BenchTown>(options);
        told = grow(out.open, options, false);
    }
    out.cast = std::move(told.cast);
    leave_nothing_due(*out.open);   // of an earlier bench
    sign_in(*out.open, out.cast.market);
    await_complete_search(*out.open);
    out.notes = all_notes(told.day);
    return out;
}

}  // namespace meadow::bench
