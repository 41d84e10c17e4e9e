#include "support/market.hpp"

#include "base/json.hpp"
#include "blobs/covers.hpp"

namespace meadow::testing {
namespace {

std::string quoted(const std::string& text)
{
    std::string out;
    write_json_string(text, out);
    return out;
}

}  // namespace

std::string picture(Person& person, std::uint64_t seed)
{
    return person.upload("/v1/media", "image/jpeg", blobs::make_cover(seed, 64, 48)).is(201).text("/id");
}

std::string product_json(const std::string& title, const std::string& picture_id, const std::vector<Choice>& choices,
                         int commission)
{
    const bool plain = choices.size() == 1 && choices.front().value.empty();
    std::string values, skus;
    for (const Choice& choice : choices) {
        const std::string comma = skus.empty() ? "" : ",";
        values += comma + quoted(choice.value);
        skus += comma + R"({"choice":[)" + (plain ? "" : quoted(choice.value)) + R"(],"price":)" +
                std::to_string(choice.price.minor) + R"(,"stock":)" + std::to_string(choice.stock) + "}";
    }
    const std::string options = plain ? "" : R"({"name":"色号","values":[)" + values + "]}";
    return R"({"title":)" + quoted(title) + R"(,"description":"","pictures":[")" + picture_id +
           R"("],"category":"beauty.lipstick","tax":1300,"commission":)" + std::to_string(commission) + R"(,"options":[)" +
           options + R"(],"skus":[)" + skus + "]}";
}

std::string light_shop(Person& person, const std::string& name)
{
    return person.post("/v1/shops", R"({"name":)" + quoted(name) + R"(,"intro":"","city":"上海"})").is(201).text("/id");
}

const db::Sql make_official{"testing.make_official", "UPDATE identity_users SET official = $2 WHERE user_id = $1"};
Person brand(Town& town, const std::string& name)
{
    Person person = town.person(name);
    jobs::write_in_lane(town.world(), {}, 0,
                        [&](WriteCtx& ctx) { return ctx.tx.exec(make_official, id_in<UserId>(person.id()), name) == 1; });
    return person;
}

std::string pop_store(Town& town, Person& brand, Person& operator_, const std::string& name)
{
    town.sets("catalog.pop_followers", "0");
    brand
        .post("/v1/store-applications",
              R"({"name":)" + quoted(name) +
                  R"(,"intro":"","city":"上海","company":"林氏化妆品有限公司","licence":"91350100M000100Y43"})")
        .is(201);
    return operator_.post("/v1/store-applications/" + brand.id() + "/decision", R"({"approve":true,"reason":"complete"})")
        .is(200)
        .text("/shop");
}

Goods sells(Person& person, const std::string& shop, const std::string& title, const std::vector<Choice>& choices, int commission)
{
    const std::string content = product_json(title, picture(person), choices, commission);
    const auto answer = person.post("/v1/shops/" + shop + "/products", R"({"product":)" + content + "}").is(201);
    Goods goods{answer.text("/id"), {}};
    for (std::size_t i = 0; i < choices.size(); ++i) goods.skus.push_back(answer.text("/skus/" + std::to_string(i) + "/id"));
    return goods;
}

Stall open_stall(Person& person, const std::string& name, const std::vector<Choice>& choices)
{
    const std::string shop = light_shop(person, name);
    const Goods goods = sells(person, shop, name + " lipstick", choices);
    return {shop, goods.id, goods.skus};
}

}  // namespace meadow::testing
