#include "app/doctor/findings.hpp"

#include <algorithm>

namespace meadow::app {

void Findings::faults(const std::string& about, const std::vector<std::string>& found, std::string well, const std::string& advice)
{
    constexpr std::size_t most = 5;
    if (found.empty()) return ok(about, std::move(well));
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) fail(about, found[i], i == 0 ? advice : "");
    if (found.size() > most) fail(about, "and " + std::to_string(found.size() - most) + " more", "");
}

bool Findings::failed() const
{
    return std::any_of(all_.begin(), all_.end(), [](const Finding& finding) { return finding.level == Level::fail; });
}

}  // namespace meadow::app
