// A town that has been open for years: by default 1 million notes and 5 million orders with all that belongs to them (likes,
// collects, comments, notifications, payments, parcels, the books, the lists of discovery), made once in some ten minutes and kept.
//
//     for (const std::string& size : sizes_of(report)) {                 --size=empty (default), --size=grown or --size=both
//         SizedTown sized = open_town(size, {}, {.shops = 20});
//         … sized.town(), sized.cast.market, sized.notes …
//
// It is lived for one day through the verbs (kit_day) and repeated back in time (kit_repeat). Kept in $MEADOW_BENCH_DATA, else
// build/bench-data, about 21 GB; $MEADOW_BENCH_NOTES and $MEADOW_BENCH_ORDERS make another size. On PostgreSQL it is made anew each time.
// Whoever measures in it adds to it, which is all right: some thousand orders more make no difference. Remove the folder to have it made anew.
#pragma once
#include <memory>

#include "kit_day.hpp"
#include "kit_figures.hpp"

namespace meadow::bench {

struct GrownSize {
    int notes = 1'000'000;
    int orders = 5'000'000;
};
GrownSize grown_size();                // as the environment says

struct CastSize {
    int shops = 100;
    int buyers = 20'000;
    int authors = 2'000;
};

class DirectoryLock {                  // one program at a time works in a kept directory; waits for its turn
public:
    explicit DirectoryLock(const std::string& directory);
    ~DirectoryLock();
    DirectoryLock(const DirectoryLock&) = delete;

private:
    int file_ = -1;
};

struct SizedTown {
    std::unique_ptr<DirectoryLock> lock;
    std::unique_ptr<BenchTown> open;
    std::string size;                  // as figures tell it: "empty", "1000000 notes, 5000000 orders"
    std::string directory;             // of a grown town on SQLite
    Cast cast;                         // its buyers are signed in
    std::vector<NoteId> notes;         // all there were when it was made
    BenchTown& town() { return *open; }
};

std::vector<std::string> sizes_of(const Report&);
// "empty": a fresh town with this cast and no notes or orders. "grown": the kept one, whose cast is what it was made with.
SizedTown open_town(const std::string& size, BenchTown::Options, CastSize = {});

// The directory of the grown town, made when it is not there: for programs that open it themselves, under a lock of their own.
std::string grown_directory();

}  // namespace meadow::bench
