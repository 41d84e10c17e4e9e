// The detectors. Each looks at one thing that just happened and answers with what it found, if anything.
#pragma once
#include <optional>

#include "modules/discovery/engine/honesty/together.hpp"
#include "modules/discovery/engine/state.hpp"

namespace meadow::discovery::engine::detectors {

struct Suspect {
    Suspicion suspicion{};
    double observed = 0, expected = 0;
};

// After a like of the note: against the views of its hour, each of which may bring a like, and a few from outside.
std::optional<Suspect> like_burst(const HonestyRules&, const Note&);
// After a collect or a like.
std::optional<Suspect> odd_proportions(const HonestyRules&, const Note&);
// After an answer of the reader that no page stands behind.
std::optional<Suspect> likes_without_views(const HonestyRules&, const Reader&);

// After somebody followed the author.
std::optional<Suspect> follower_jump(const HonestyRules&, const Gains&);
// After a comment that so many people wrote; after a reader was in one more of such crowds.
std::optional<Suspect> said_alike(const HonestyRules&, std::size_t people);
std::optional<Suspect> in_crowds(const HonestyRules&, const Reader&);
// After the buyer bought from the seller: those who stand in a circle with them, the two among them; none mostly.
std::vector<std::uint32_t> ring_of(const HonestyRules&, const std::vector<Reader>&, Instant now, std::uint32_t buyer, std::uint32_t seller);

// After a buyer who praised the seller's goods got the money back.
std::optional<Suspect> praise_paid_back(const HonestyRules&, const Trades& of_seller);

}  // namespace meadow::discovery::engine::detectors
