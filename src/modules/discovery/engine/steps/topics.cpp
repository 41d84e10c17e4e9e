#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void weigh_topics(PageWork& work)
{
    const State& s = work.state;
    const auto add = [&](std::uint32_t topic) {
        const bool known = std::any_of(work.topics.begin(), work.topics.end(), [topic](const auto& t) { return t.first == topic; });
        if (!known) work.topics.emplace_back(topic, work.affinity(topic));
    };
    if (s.topics.size() <= std::size_t(s.policy.merged_topics)) {
        for (std::uint32_t topic = 0; topic < s.topics.size(); ++topic) work.topics.emplace_back(topic, work.affinity(topic));
    } else {
        for (const std::uint32_t topic : work.reader.interests) add(topic);
        for (const Found& searched : work.reader.searches.topics)
            if (!work.paused(searched.which)) add(searched.which);
        for (const TopicTaste& taste : work.reader.tastes) add(taste.topic);
        for (std::size_t i = 0; i < s.leading.size() && work.topics.size() < 2 * std::size_t(s.policy.merged_topics); ++i) add(s.leading[i]);
    }
    std::stable_sort(work.topics.begin(), work.topics.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (work.topics.size() > std::size_t(s.policy.merged_topics)) work.topics.resize(std::size_t(s.policy.merged_topics));
}

}  // namespace meadow::discovery::engine::steps
