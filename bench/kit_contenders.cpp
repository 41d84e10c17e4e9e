#include "kit_contenders.hpp"

#include <algorithm>
#include <cmath>

namespace meadow::bench {
namespace {

constexpr double stranger_guess = 0.5;   // what those who do not know the truth make of a topic nobody named

// Rankings by topic, made anew every ten minutes; a page takes the best that the reader has not seen.
class Ranked : public Contender {
public:
    explicit Ranked(const Crowd& crowd) : crowd_(crowd), topics_(std::size_t(crowd.world().topics)), seen_(crowd.readers().size()) {}

    void note(std::int64_t, std::uint32_t number, const CrowdNote& n, std::int64_t) override
    {
        topics_[n.topic].push_back({0, number});
        points_.resize(number + 1);
        opened_.resize(number + 1);
        shown_.resize(number + 1);
    }
    void event(std::int64_t, std::uint32_t, std::uint32_t number, int deed, bool by_feed) override
    {
        points_[number] += float(deed_weights[std::size_t(deed)]);
        if (by_feed && deed == 0) ++opened_[number];
    }
    std::vector<std::uint32_t> page(std::int64_t at, std::uint32_t user, std::size_t slots) override
    {
        if (at - ranked_at_ > 600'000) rank(at);
        const CrowdReader& reader = crowd_.readers()[user];
        auto& seen = seen_[user];
        seen.resize(crowd_.notes().size());
        std::vector<std::size_t> heads(topics_.size());
        std::vector<std::uint32_t> out;
        while (out.size() < slots) {
            double best = -1;
            std::size_t which = 0;
            for (std::size_t t = 0; t < topics_.size(); ++t) {
                while (heads[t] < topics_[t].size() && seen[topics_[t][heads[t]].second]) ++heads[t];
                if (heads[t] == topics_[t].size()) continue;
                const double score = topics_[t][heads[t]].first * topic_part(reader, std::uint32_t(t));
                if (score > best) best = score, which = t;
            }
            if (best < 0) break;
            const std::uint32_t number = topics_[which][heads[which]].second;
            seen[number] = true;
            ++shown_[number];
            out.push_back(number);
        }
        return out;
    }

protected:
    virtual double score(std::uint32_t number, std::int64_t at) = 0;
    virtual double topic_part(const CrowdReader&, std::uint32_t) const { return 1; }

    const Crowd& crowd_;
    std::vector<float> points_;
    std::vector<std::uint32_t> opened_, shown_;

private:
    void rank(std::int64_t at)
    {
        ranked_at_ = at;
        for (auto& topic : topics_) {
            for (auto& [value, number] : topic) value = float(score(number, at));
            std::sort(topic.begin(), topic.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second > b.second; });
        }
    }
    std::vector<std::vector<std::pair<float, std::uint32_t>>> topics_;
    std::vector<std::vector<bool>> seen_;
    std::int64_t ranked_at_ = INT64_MIN / 2;
};

class Oracle final : public Ranked {
public:
    using Ranked::Ranked;
    std::string_view name() const override { return "oracle"; }

private:
    double score(std::uint32_t n, std::int64_t at) override
    {
        const CrowdNote& note = crowd_.notes()[n];
        const double fresh = crowd_.world().half_life_hours > 0 ? std::exp2(-double(at - note.born_ms) / 3.6e6 / crowd_.world().half_life_hours) : 1;
        return note.appeal() * fresh;
    }
    double topic_part(const CrowdReader& r, std::uint32_t t) const override { return r.likes_topic(t) ? 1 : crowd_.world().stranger; }
};

class Newest final : public Ranked {
public:
    using Ranked::Ranked;
    std::string_view name() const override { return "newest first"; }

private:
    double score(std::uint32_t n, std::int64_t) override { return double(n + 1); }
};

class Hot final : public Ranked {
public:
    using Ranked::Ranked;
    std::string_view name() const override { return "hot formula"; }

private:
    double score(std::uint32_t n, std::int64_t at) override
    {
        const double hours = double(at - crowd_.notes()[n].born_ms) / 3.6e6;
        return (double(points_[n]) + 1) / std::pow(hours + 2, 1.8);   // + 1: the author's own vote
    }
};

class Thompson final : public Ranked {
public:
    explicit Thompson(const Crowd& crowd) : Ranked(crowd), chance_(7) {}
    std::string_view name() const override { return "Thompson sampling"; }

private:
    // Gamma(k) by its normal cube (Wilson & Hilferty 1931): good enough for a draw.
    double draw(double k)
    {
        const double c = 1 - 1 / (9 * k) + chance_.normal() / (3 * std::sqrt(k));
        return k * std::max(c, 0.05) * std::max(c, 0.05) * std::max(c, 0.05);
    }
    double score(std::uint32_t n, std::int64_t at) override
    {
        const double hours = double(at - crowd_.notes()[n].born_ms) / 3.6e6;
        const double opened = draw(2 + opened_[n]) / (2 / 0.06 + shown_[n]), engaged = draw(1 + points_[n] / 4.0) / (1 / 0.1 + opened_[n]);
        return opened * engaged * std::exp2(-hours / 96);
    }
    double topic_part(const CrowdReader& r, std::uint32_t t) const override { return r.likes_topic(t) ? 1 : stranger_guess; }
    Chance chance_;
};

}  // namespace

std::unique_ptr<Contender> oracle(const Crowd& c) { return std::make_unique<Oracle>(c); }
std::unique_ptr<Contender> newest_first(const Crowd& c) { return std::make_unique<Newest>(c); }
std::unique_ptr<Contender> hot_formula(const Crowd& c) { return std::make_unique<Hot>(c); }
std::unique_ptr<Contender> thompson(const Crowd& c) { return std::make_unique<Thompson>(c); }

}  // namespace meadow::bench
