// What shoppers do: read, react, buy, pay in all the ways there are, give up, complain, confirm and review.
#include "sim/simulation.hpp"

namespace meadow::sim {

void Simulation::shopper_acts()
{
    Village& v = village_;
    const std::size_t who = v.chance.below(v.shoppers.size());
    std::vector<Purchase*> mine;
    for (Purchase& p : v.diary.purchases)
        if (p.shopper == who) mine.push_back(&p);
    const std::size_t dice = v.chance.below(100);
    if (dice < 25) return buys(who);
    if (dice < 75 && !mine.empty()) {
        Purchase& one = v.chance.happens(60) ? *mine.back() : *v.chance.any_of(mine);
        if (dice < 50) return pays(one);
        if (dice < 65) return ends(one);
        return reviews(one);
    }
    reacts(who);
}

void Simulation::buys(std::size_t who)
{
    Village& v = village_;
    Buyer& buyer = v.shoppers[who];
    const std::size_t chosen = v.chance.below(v.articles.size());
    const Article& article = v.articles[chosen];
    const auto count = std::int64_t(1 + v.chance.below(3));
    const bool by_note = v.chance.happens(60);
    const std::string json = R"({"shop":")" + v.shops[article.shop].id + R"(","lines":[{"sku":")" + article.sku + R"(","count":)" + std::to_string(count) +
                             (by_note ? R"(,"note":")" + article.note + R"(")" : "") + R"(}],"address":")" + buyer.address + R"(","expected_total":)" +
                             std::to_string(count * article.price) + "}";
    const Answer answer = v.post(buyer, "/v1/orders", json);
    if (answer.response().status != 201) return;
    Purchase p;
    p.shopper = who;
    p.article = chosen;
    p.shop = v.shops[article.shop].id;
    p.order = answer.text("/order");
    p.count = count;
    p.total = count * article.price;
    p.pay_by = v.town.now() + 15min;
    p.author = article.author;
    p.credited = by_note;
    v.diary.purchases.push_back(std::move(p));
    if (v.chance.happens(70)) pays(v.diary.purchases.back());
}

// Opens a payment unless one was opened before, and now and then another; most people then press a button of one of its pages at once, some
// later, when the order no longer waits, and some of a page that another has replaced.
void Simulation::pays(Purchase& p)
{
    Village& v = village_;
    if (p.pages.empty() || v.chance.happens(20)) {
        const Answer opened = v.post(v.shoppers[p.shopper], "/v1/payments", R"({"orders":[{"shop":")" + p.shop + R"(","order":")" + p.order + R"("}]})");
        if (opened.response().status == 201) p.pages.push_back(opened.text("/pay_url"));
    }
    if (p.pages.empty() || v.chance.happens(15)) return;
    static const std::vector<std::string> buttons{"pay", "pay", "pay", "pay", "twice", "silent", "late", "fail"};
    const std::string page = v.chance.any_of(p.pages);
    const std::string button = v.chance.any_of(buttons);
    const Answer pressed = v.post(v.guest, page + "/" + button);
    // Only the first press of a charge counts, and only while the order waits: fifteen minutes.
    if (pressed.response().status != 303) faults_.push_back("the gateway's page does not lead on: " + pressed.response().body);
    if (v.town.now() >= p.pay_by || !v.diary.pressed.insert(page).second || button == "fail") return;
    v.diary.charged += p.total;
}

void Simulation::ends(Purchase& p)
{
    Village& v = village_;
    Buyer& buyer = v.shoppers[p.shopper];
    const std::string refund = "/v1/shops/" + p.shop + "/refunds/" + p.refund;
    switch (v.chance.below(7)) {
        case 0: v.post(buyer, p.path() + "/cancellation"); return;
        case 1: v.post(buyer, p.path() + "/receipt"); return;
        case 2: v.post(buyer, p.path() + "/extension"); return;
        case 3:
            if (!p.refund.empty()) v.post(buyer, refund + "/withdrawal");
            return;
        case 4:
            if (!p.refund.empty()) v.post(buyer, refund + "/escalation");
            return;
        default:
            const Answer asked = v.post(buyer, p.path() + "/refunds", R"({"reason":"changed_mind"})");
            if (asked.response().status == 201) p.refund = asked.text("/id");
    }
}

void Simulation::reviews(Purchase& p)
{
    Village& v = village_;
    if (p.reviewed) return;
    const Answer written = v.post(v.shoppers[p.shopper], "/v1/products/" + v.articles[p.article].product + "/reviews",
                                  R"({"order":")" + p.order + R"(","rating":)" + std::to_string(1 + v.chance.below(5)) + R"(,"text":"如图"})");
    p.reviewed = written.response().status == 201;
}

void Simulation::reacts(std::size_t who)
{
    Village& v = village_;
    Buyer& me = v.shoppers[who];
    const std::string note = v.chance.happens(70) ? v.chance.any_of(v.articles).note : v.chance.any_of(v.gossip);
    const bool away = v.chance.happens(35);
    const auto toggles = [&](const std::string& what, std::set<std::string>& people) {
        const Answer answer = away ? v.del(me, "/v1/notes/" + note + what) : v.put(me, "/v1/notes/" + note + what, what == "/collect" ? "{}" : "");
        if (answer.response().status >= 300) return;
        if (away) people.erase(me.id());
        else people.insert(me.id());
    };
    switch (v.chance.below(5)) {
        case 0: toggles("/like", v.diary.likes[note]); return;
        case 1: toggles("/collect", v.diary.collects[note]); return;
        case 2: {
            const std::string whom = v.chance.any_of(v.authors).id();
            if (away) v.del(me, "/v1/users/" + whom + "/follow"), v.diary.follows.erase({me.id(), whom});
            else v.put(me, "/v1/users/" + whom + "/follow"), v.diary.follows.insert({me.id(), whom});
            return;
        }
        case 3:
            if (v.post(me, "/v1/notes/" + note + "/comments", R"({"text":"求链接"})").response().status == 201) ++v.diary.comments[note];
            return;
        default: {   // clients tell at least once; of a note that everybody may read
            const std::string event = "seen-" + std::to_string(100'000 + v.keys);
            const std::string seen = v.articles.front().note;
            const std::string json = R"({"views":[{"event":")" + event + R"(","note":")" + seen + R"(","finished":true}]})";
            std::int64_t recorded = 0;
            for (int told = v.chance.happens(30) ? 2 : 1; told > 0; --told) recorded += v.post(me, "/v1/views", json).number("/recorded");
            ++v.diary.views[seen];
            if (recorded > 1) faults_.push_back("a view told twice was recorded twice");
        }
    }
}

}  // namespace meadow::sim
