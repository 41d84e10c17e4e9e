// Three weeks of a large town, told to the engine as its diary tells them, JSON and all: 200 topics and so many events a note. Every page of
// twenty shows notes of the last days that its reader has not seen, the newer the oftener; better notes are opened oftener, three in ten of
// those opened are liked. Making up and writing the JSON is not counted, and no database is read.
#pragma once
#include <functional>
#include <vector>

#include "base/json.hpp"
#include "kit_crowd.hpp"
#include "modules/discovery/diary/model.hpp"

namespace meadow::bench {

// The process's, now.
double resident_mb();

class BigTown {
public:
    static constexpr std::size_t slots = 20;      // of a page

    struct Plan {
        std::vector<NoteId> notes;                // in the order in which they are published
        std::vector<UserId> readers;
        double events_a_note = 50;
        Instant end;                              // of the three weeks
        std::function<void(const std::vector<discovery::Entry>&)> hears = {};   // all that is told, a piece at a time; the keys are missing
    };
    explicit BigTown(Plan);
    // Notes, and a tenth as many readers, by numbers from 1.
    static Plan plan(std::uint32_t notes, double events_a_note);

    // CPU of one page, in microseconds; then ten events come in.
    double page(std::vector<discovery::engine::Trace>&);

    discovery::engine::Engine engine;
    double megabytes = 0;             // by which the process grew
    std::size_t allocated = 0;        // bytes, of the whole process
    double told_in = 0, read_in = 0;  // seconds of CPU: of the fold, and of reading the JSON before it
    std::uint64_t events = 0;

private:
    std::int64_t topic();
    UserId any_reader() { return plan_.readers[chance_.below(std::uint32_t(plan_.readers.size()))]; }
    template <class Body>
    void write(discovery::EntryKind kind, UserId who, const Body& body)
    {
        waiting_.push_back({who, {}, now_, kind, to_json(body)});
        if (waiting_.size() >= 1'000) tell();
    }
    void tell();
    void publish();
    void read_a_page(std::uint32_t recent);
    void deed(UserId who, NoteId note, discovery::engine::Deed what);

    Plan plan_;
    Instant now_;
    Chance chance_{20301111};
    std::vector<float> appeals_;      // the truth
    std::vector<discovery::Entry> waiting_;
    std::vector<discovery::Telling> tellings_;
};

}  // namespace meadow::bench
