// The town of a simulation: its people, shops, goods and notes, and one way to ask it for anything. Everything that is asked and
// answered is written into the chronicle, so that two runs of one seed can be compared byte by byte.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "sim/diary.hpp"
#include "support/chance.hpp"
#include "support/gazette.hpp"
#include "support/paying.hpp"
#include "support/weather.hpp"

namespace meadow::sim {

using testing::Answer;
using testing::Buyer;
using testing::Chance;
using testing::Checkout;
using testing::Person;
using testing::Town;

struct Shop {
    std::string id;
    Person keeper;
    std::string path() const { return "/v1/shops/" + id; }
};

struct Article {
    std::size_t shop = 0;
    std::string product, sku;
    std::int64_t price = 0;     // fen; whole tens of yuan, so that every commission is whole, too
    std::string note;           // shows it
    std::size_t author = 0;
};

class Village {
public:
    Village(std::uint64_t seed, int shops);

    // Asks until there is an answer: a server that is busy or broke down is asked again with the same key.
    Answer ask(Person&, http::Method, const std::string& target, const std::string& json = "");
    Answer get(Person& who, const std::string& target) { return ask(who, http::Method::get, target); }
    Answer post(Person& who, const std::string& target, const std::string& json = "") { return ask(who, http::Method::post, target, json); }
    Answer put(Person& who, const std::string& target, const std::string& json = "") { return ask(who, http::Method::put, target, json); }
    Answer del(Person& who, const std::string& target) { return ask(who, http::Method::delete_, target); }
    // Delivers news and errands; a round that faults is tried again, as the pump does.
    void settles();
    void passes(Duration d) { town.clock().advance(d); }
    void tells(const std::string& line) { chronicle += line + "\n"; }

    testing::Weather weather;
    Town town{"2030-11-11 08:00", &weather};
    Chance chance;
    std::vector<Person> authors;
    std::deque<Buyer> shoppers;
    std::vector<Shop> shops;
    std::vector<Article> articles;
    std::vector<std::string> gossip;   // notes without goods, which moderators hide and restore
    Person moderator, boss, guest;
    Diary diary;
    std::string chronicle;
    int keys = 0, asked_again = 0;

private:
    void open_shop(int number);
};

}  // namespace meadow::sim
