// Two policies side by side: a stable share of the readers gets pages made under the other one, and what came of both is told with
// intervals. Only how pages are put together differs; the ladder, which belongs to the notes, is one.
#pragma once
#include <array>
#include <vector>

#include "base/id.hpp"
#include "modules/discovery/engine/tally.hpp"

namespace meadow::discovery::engine {

// A number with its 95 % interval.
struct Estimate {
    double value = 0, low = 0, high = 0;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (value, low, high))

struct PolicyOutcome {
    std::int64_t version = 0;
    std::int64_t impressions = 0;
    Estimate clicks;        // per impression
    Estimate engagement;    // weighted, per 1,000 impressions
    Estimate hides;         // per 1,000 impressions
};
BOOST_DESCRIBE_STRUCT(PolicyOutcome, (), (version, impressions, clicks, engagement, hides))

// What came of the pages of one policy, kept by clusters of readers: one reader's answers resemble each other, so readers, not
// impressions, are what the interval counts (linearised ratio over clusters, Cochran 1977, ch. 11).
class PolicyRecord {
public:
    explicit PolicyRecord(std::int64_t version = 0) : version_(version) {}
    std::int64_t version() const { return version_; }

    void shown(std::uint64_t reader) { clusters_[cluster_of(reader)].impressions += 1'000'000; }
    void clicked(std::uint64_t reader) { clusters_[cluster_of(reader)].clicks += 1'000'000; }
    void engaged(std::uint64_t reader, double weight) { clusters_[cluster_of(reader)].engagement += micro(weight); }
    void hid(std::uint64_t reader) { clusters_[cluster_of(reader)].hides += 1'000'000; }
    PolicyOutcome outcome() const;

    template <class Archive>
    void each(Archive& a) { a(version_, clusters_); }

private:
    static constexpr std::size_t clusters = 64;
    struct Cluster {
        Micro impressions = 0, clicks = 0, engagement = 0, hides = 0;
        template <class Archive>
        void each(Archive& a) { a(impressions, clicks, engagement, hides); }
    };
    static std::size_t cluster_of(std::uint64_t reader) { return std::size_t(reader * 0x9E3779B97F4A7C15ull >> 58); }
    Estimate ratio(Micro Cluster::*of, double scale) const;

    std::int64_t version_;
    std::array<Cluster, clusters> clusters_{};
};

// Whether a reader belongs to the share of a trial of policies: the same readers for the same version, whatever happens.
bool in_share(std::uint64_t reader, std::int64_t version, double share);

}  // namespace meadow::discovery::engine
