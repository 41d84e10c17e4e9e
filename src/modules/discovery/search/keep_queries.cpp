#include "modules/discovery/search/keep_queries.hpp"

#include <openssl/sha.h>

#include <cstring>

#include "modules/discovery/search/store.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t most_phrases = 20'000;
constexpr std::int64_t prune_at_once = 2'000;

std::int64_t day_of(Instant at) { return at.us / Duration{std::chrono::hours{24}}.count(); }

std::string salt_of(db::Tx& tx, std::int64_t day, jobs::Dice& dice)
{
    if (auto salt = store::find_salt(tx, day)) return *salt;
    store::put_salt(tx, day, dice.token());
    return *store::find_salt(tx, day);  // another process may have been first
}

std::int64_t pseudonym(std::string_view salt, UserId user)
{
    const std::string said = std::string(salt) + text(user);
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(said.data()), said.size(), digest);
    std::int64_t out = 0;
    std::memcpy(&out, digest, sizeof out);
    return out & INT64_MAX;
}

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
            if (a.person && a.results > 0 && a.tab != SearchTab::users) store::count_person(tx, query, today, person);
        }
        return true;
    });
}

void learn_phrases(jobs::World& world)
{
    std::vector<lang::Phrase> phrases;
    const Instant now = world.clock.now();
    const auto settings = world.settings.now();
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) {
        phrases.clear();
        for (auto& [query, people] : store::asked_by_many(tx, day_of(now - suggest_window.at(*settings, now)),
                                                          suggest_least_people.at(*settings, now), most_phrases))
            phrases.push_back({std::move(query), std::uint32_t(std::min<std::int64_t>(people, UINT32_MAX))});
        const Instant oldest = now - keep_asked_queries.at(*settings, now);
        return store::prune_queries(tx, oldest, day_of(oldest), prune_at_once) > 0;
    });
    const auto& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    world.adapters.get<QueryLog>().learned(std::make_shared<const lang::Suggest>(normaliser, std::move(phrases)));
}

}  // namespace meadow::discovery
