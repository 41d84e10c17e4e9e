#include "sim/village.hpp"

namespace meadow::sim {
namespace {

constexpr int patience = 8;
constexpr std::int64_t first_stock = 12;

std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t h = 14695981039346656037u;   // FNV-1a: the same on every machine
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return h;
}

// Nobody has to sign in again before the end.
Town& far_sighted(Town& town)
{
    town.sets("identity.session_length", "1000d");
    return town;
}

}  // namespace

Village::Village(std::uint64_t seed, int count)
    : chance(seed), moderator(far_sighted(town).person_with_role("moderator", Role::moderator)), boss(town.person_with_role("boss", Role::operator_)),
      guest(town.guest())
{
    for (const char* name : {"ada", "bo"}) authors.push_back(town.person(name));
    for (int i = 0; i < 8; ++i) shoppers.push_back(testing::buyer(town, "shopper" + std::to_string(i)));
    for (int i = 0; i < count; ++i) open_shop(i);
    for (int i = 0; i < 3; ++i) gossip.push_back(testing::publishes(authors[std::size_t(i) % authors.size()], "gossip " + std::to_string(i)));
    town.settles();
}

// Every fifth shop is a POP store, whose money waits in escrow.
void Village::open_shop(int number)
{
    const std::string name = "shop" + std::to_string(number);
    const bool pop = number % 5 == 4;
    Person keeper = pop ? testing::brand(town, name) : town.person(name);
    Shop shop{pop ? testing::pop_store(town, keeper, boss, name) : testing::light_shop(keeper, name), keeper};
    const std::int64_t price = yuan(10).minor * std::int64_t(1 + chance.below(20));
    const testing::Goods goods = testing::sells(keeper, shop.id, name + " goods", {{"红", Money{price}, first_stock}, {"粉", Money{price * 2}, first_stock}});
    if (pop) {
        const std::string at = "/v1/review/products/" + goods.id;
        boss.post(at + "/approval", R"({"version":)" + boss.get(at).text("/version") + "}").is(204);
    }
    const std::size_t author = chance.below(authors.size());
    const std::string note = testing::publishes(authors[author], name, R"("products":[")" + goods.id + R"("])");
    for (std::size_t i = 0; i < goods.skus.size(); ++i) {
        articles.push_back({shops.size(), goods.id, goods.skus[i], price * std::int64_t(i + 1), note, author});
        diary.received[goods.skus[i]] = first_stock;
    }
    shops.push_back(std::move(shop));
}

Answer Village::ask(Person& who, http::Method method, const std::string& target, const std::string& json)
{
    const std::string key = "sim-" + std::to_string(100'000 + ++keys);
    for (int attempt = 1;; ++attempt) {
        if (method != http::Method::get) who.with_key(key);
        const Answer answer = method == http::Method::get     ? who.get(target)
                              : method == http::Method::post  ? who.post(target, json)
                              : method == http::Method::put   ? who.put(target, json)
                                                              : who.del(target);
        const int status = answer.response().status;
        tells(text(town.now()) + " " + who.id() + " " + std::string(http::method_name(method)) + " " + target + " " + json + " → " + std::to_string(status) +
              " " + std::to_string(hash_of(answer.response().body)));
        if (status < 500 || attempt == patience) {
            EXPECT_LT(status, 500) << target << " " << answer.response().body;
            return answer;
        }
        ++asked_again;
    }
}

void Village::settles()
{
    for (int attempt = 1;; ++attempt) {
        try {
            town.settles();
            return;
        } catch (const db::Fault& fault) {
            tells("settling: " + std::string(fault.what()));
            if (attempt == patience) throw;
        }
    }
}

}  // namespace meadow::sim
