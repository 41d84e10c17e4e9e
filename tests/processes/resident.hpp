// People who live in a town while its server is killed under them: shoppers who do a little of everything, and shopkeepers who ship and
// restock. Each asks one thing at a time and keeps what was not answered, to ask it again of the next server with the same key.
#pragma once
#include <string>
#include <vector>

#include "processes/line.hpp"
#include "processes/memory.hpp"
#include "support/buying.hpp"
#include "support/chance.hpp"

namespace meadow::testing {

struct Mall {
    struct Article {
        std::string shop, sku;
        std::int64_t price = 0;   // fen
        std::string note;         // one that shows it
    };
    std::vector<Article> articles;
    std::vector<std::string> people;   // to follow
};

class Resident {
public:
    Resident(const Person& person, Chance chance) : id_(person.id()), chance_(chance), line_(person.token()), memory_(person.id()) {}
    virtual ~Resident() = default;

    void to(int port) { line_.to(port); }
    void hang_up() { line_.hang_up(); }
    // Asks one thing more. False when no answer came.
    virtual bool lives() = 0;
    // Asks again what was not answered. False when there is no answer now either.
    bool resolves();
    // Asks again what was answered lately: where the answer is another one, in words.
    std::vector<std::string> repeats();
    const Memory& memory() const { return memory_; }

protected:
    Heard does(Deed);
    Heard looks(const std::string& target) { return line_.ask({"GET", target, "", ""}); }
    std::string fresh_word() { return id_.substr(4) + "-" + std::to_string(++words_); }
    virtual void learns(const Deed&, const Heard&) {}

    const std::string id_;
    Chance chance_;

private:
    Line line_;
    Memory memory_;
    int words_ = 0;
};

class Shopper final : public Resident {
public:
    Shopper(const Buyer& buyer, const Mall& mall, Chance chance) : Resident(buyer, chance), address_(buyer.address), mall_(mall) {}
    bool lives() override;

private:
    struct Mine {
        std::string shop, order, payment, page;   // page: the gateway's, once a payment is open
        bool pressed = false;
        std::string path() const { return "/v1/shops/" + shop + "/orders/" + order; }
    };
    Deed buy();
    Deed open_payment(Mine&);
    Deed press(Mine&);
    Deed end(Mine&);
    Deed follow_up_an_order();
    Deed react();
    Deed answer_a_page(const std::string& otherwise);
    void learns(const Deed&, const Heard&) override;

    const std::string address_;
    const Mall& mall_;
    std::vector<Mine> orders_;
    std::size_t current_ = 0;   // of orders_: what the open deed is about
    std::string bought_in_;
};

class Keeper final : public Resident {
public:
    Keeper(const Person& keeper, std::string shop, std::vector<std::string> skus, Chance chance)
        : Resident(keeper, chance), shop_("/v1/shops/" + shop), skus_(std::move(skus)) {}
    bool lives() override;

private:
    const std::string shop_;
    const std::vector<std::string> skus_;
};

}  // namespace meadow::testing
