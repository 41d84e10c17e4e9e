// What somebody who talks to a server remembers: every request that was answered, and the one that was not. Compared with the tables
// it says whether what was acknowledged is there, and nothing that was never asked for.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "processes/line.hpp"

namespace meadow::testing {

// What a request leaves behind, as a set of rows that name the person who made it.
enum class Trace : std::uint8_t { order, cancellation, receipt, payment, charge, refund, comment, like, collect, follow, view, answer, parcel, restock };
inline constexpr Trace all_traces[] = {Trace::order, Trace::cancellation, Trace::receipt, Trace::payment, Trace::charge, Trace::refund, Trace::comment,
                                       Trace::like, Trace::collect, Trace::follow, Trace::view, Trace::answer, Trace::parcel, Trace::restock};

struct Deed {
    Ask ask;
    Trace trace{};
    std::vector<std::string> rows;   // which of them, when the request itself says so
    std::string named_at;            // else the pointer of the id in the answer: "/order"
    bool takes_away = false;         // an unlike leaves one row less
};

class Memory {
public:
    explicit Memory(std::string person) : person_(std::move(person)) {}

    void asks(Deed deed) { open_ = std::move(deed); }
    void hears(const Heard&);
    const std::optional<Deed>& unanswered() const { return open_; }
    // The last few that were answered well: asked again with the same key they must be answered alike.
    struct Answered {
        Ask ask;
        Heard heard;
    };
    const std::vector<Answered>& lately() const { return lately_; }
    std::uint64_t answers() const { return answers_; }
    // How many rows of a kind it was told of.
    std::size_t told(Trace trace) const { return made_.contains(trace) ? made_.at(trace).size() : 0; }

    // Where the tables say something else, in words.
    std::vector<std::string> contradictions(db::Database&) const;
    // What no server may answer, however it ends.
    const std::vector<std::string>& breakdowns() const { return breakdowns_; }

private:
    const std::string person_;       // the public id
    std::optional<Deed> open_;
    std::map<Trace, std::set<std::string>> made_;
    std::vector<Answered> lately_;
    std::vector<std::string> breakdowns_;
    std::uint64_t answers_ = 0;
};

}  // namespace meadow::testing
