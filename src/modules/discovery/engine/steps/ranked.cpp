#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_ranked(PageWork& work)
{
    struct Head {
        const std::vector<Ranked>* ranking;
        double affinity;
        std::size_t at = 0;
        double score = 0;
    };
    const State& s = work.state;
    std::vector<Head> heads;
    const auto go_on = [&](Head& head) {
        while (head.at < head.ranking->size() && !work.may_show((*head.ranking)[head.at].note)) ++head.at;
        head.score = head.at < head.ranking->size() ? double((*head.ranking)[head.at].score) * head.affinity : -1;
    };
    for (const auto& [topic, affinity] : work.topics) {
        const double all = affinity * s.expectation.engagement_match(s.policy, work.reader.match(topic));
        heads.push_back({&s.topics[topic].ranking, all});
        go_on(heads.back());
    }
    while (!heads.empty() && work.best.size() < std::size_t(work.policy.candidates)) {
        Head& best = *std::max_element(heads.begin(), heads.end(), [](const Head& a, const Head& b) { return a.score < b.score; });
        if (best.score < 0) break;
        work.best.push_back({(*best.ranking)[best.at].note, Source::topic, 1, float(best.score)});
        ++best.at;
        go_on(best);
    }
}

}  // namespace meadow::discovery::engine::steps
