#include "modules/discovery/search/words/seed_groups.hpp"

#include <algorithm>

#include "text/seed_synonyms.hpp"

namespace meadow::discovery {

std::vector<WordGroup> seed_groups(const lang::Normaliser& normaliser, std::string_view section)
{
    std::vector<WordGroup> out;
    const std::string heading = "[" + std::string(section) + "]";
    bool wanted = false;
    for (std::string_view rest = lang::seed_synonyms; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.starts_with('[')) wanted = line == heading;
        if (!wanted || line.empty() || line.front() == '#' || line.front() == '[') continue;
        WordGroup group;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t bar = std::min(line.find('|', at), line.size());
            if (std::string word = normaliser.plain(line.substr(at, bar - at)); !word.empty()) group.push_back(std::move(word));
            at = bar + 1;
        }
        out.push_back(std::move(group));
    }
    return out;
}

}  // namespace meadow::discovery
