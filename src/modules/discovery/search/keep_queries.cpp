#include "modules/discovery/search/keep_queries.hpp"

#include <algorithm>
#include <cmath>

#include "modules/discovery/search/pseudonyms.hpp"
#include "modules/discovery/search/store.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t most_phrases = 20'000;
constexpr std::int64_t prune_at_once = 2'000;

}  // namespace

void keep_queries(jobs::World& world)
{
    const auto asked = world.adapters.get<QueryLog>().take();
    if (asked.empty()) return;
    const auto& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) {
        const std::int64_t today = day_of(world.clock.now());
        const std::string salt = salt_of(tx, today, world.dice);
        for (const AskedQuery& a : asked) {
            const std::string query = normaliser.plain(a.query);
            if (query.empty()) continue;
            const std::int64_t person = a.person ? pseudonym(salt, a.person) : 0;
            store::insert_query(tx, {world.ids.next(), a.at, a.tab, query, person, a.results});
            if (a.person && a.results > 0 && (a.tab == SearchTab::notes || a.tab == SearchTab::products)) store::count_person(tx, query, today, person);
        }
        return true;
    });
}

namespace {

// Hot is what more people ask than did before: observed minus expected, in standard deviations of a Poisson count. What stays as it
// always was is not hot, however much it is.
std::vector<std::string> hottest(std::vector<store::QueryGrowth> lately, double recent_days, double days_before)
{
    const auto growth = [&](const store::QueryGrowth& q) {
        const double expected = double(q.before) / std::max(days_before, 1.0) * recent_days;
        return (double(q.now) - expected) / std::sqrt(expected + 1);
    };
    std::erase_if(lately, [&](const auto& q) { return growth(q) <= 0; });
    std::stable_sort(lately.begin(), lately.end(), [&](const auto& a, const auto& b) { return growth(a) > growth(b); });
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(lately.size(), QueryLog::most_hot); ++i) out.push_back(std::move(lately[i].query));
    return out;
}

}  // namespace

void learn_phrases(jobs::World& world)
{
    std::vector<lang::Phrase> phrases;
    std::vector<std::string> hot;
    const Instant now = world.clock.now();
    const auto settings = world.settings.now();
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) {
        phrases.clear();
        for (auto& [query, people] : store::asked_by_many(tx, day_of(now - suggest_window.at(*settings, now)),
                                                          suggest_least_people.at(*settings, now), most_phrases))
            phrases.push_back({std::move(query), std::uint32_t(std::min<std::int64_t>(people, UINT32_MAX))});
        const std::int64_t today = day_of(now), since = day_of(now - suggest_window.at(*settings, now));
        const double part = double(now.us % Duration{std::chrono::hours{24}}.count()) / double(Duration{std::chrono::hours{24}}.count());
        hot = hottest(store::asked_lately(tx, since, today - 1, suggest_least_people.at(*settings, now), most_phrases), 1 + part, double(today - 1 - since));
        const Instant oldest = now - keep_asked_queries.at(*settings, now);
        return store::prune_queries(tx, oldest, day_of(oldest), prune_at_once) > 0;
    });
    const auto& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    world.adapters.get<QueryLog>().learned(std::make_shared<const lang::Suggest>(normaliser, std::move(phrases)), std::move(hot));
}

}  // namespace meadow::discovery
