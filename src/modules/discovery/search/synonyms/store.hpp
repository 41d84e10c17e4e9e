// discovery_synonyms (home: the words).
#pragma once
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::discovery {

enum class SynonymSource : std::uint8_t { operator_, titles, clicks };
BOOST_DESCRIBE_ENUM(SynonymSource, operator_, titles, clicks)
enum class SynonymState : std::uint8_t { active, refused };
BOOST_DESCRIBE_ENUM(SynonymState, active, refused)

// Two ways to say the same; `words` is the smaller of the two. Both normalised.
struct SynonymRow {
    std::string words;
    std::string other;
    SynonymSource source{};
    SynonymState state{};
    UserId by;              // none: learned
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(SynonymRow, (), (words, other, source, state, by, changed_at))

}  // namespace meadow::discovery

namespace meadow::discovery::store {

void put_synonym(db::Tx&, const SynonymRow&);
// Only when nobody has decided about the pair. True when it is new.
bool learn_synonym(db::Tx&, const SynonymRow&);
// After a pair, in alphabetical order.
std::vector<SynonymRow> synonyms_after(db::ReadTx&, std::string_view words, std::string_view other, std::int64_t limit);

}  // namespace meadow::discovery::store
