#include "processes/resident.hpp"

#include "support/json_view.hpp"

namespace meadow::testing {

Heard Resident::does(Deed deed)
{
    deed.ask.key = "crash-" + fresh_word();
    memory_.asks(deed);
    const Heard heard = line_.ask(deed.ask);
    memory_.hears(heard);
    learns(deed, heard);
    return heard;
}

bool Resident::resolves()
{
    if (!memory_.unanswered()) return true;
    const Deed deed = *memory_.unanswered();
    const Heard heard = line_.ask(deed.ask);
    memory_.hears(heard);
    learns(deed, heard);
    return heard.answered();
}

std::vector<std::string> Resident::repeats()
{
    std::vector<std::string> out;
    for (const Memory::Answered& before : memory_.lately()) {
        const Heard again = line_.ask(before.ask);
        if (again.status != before.heard.status || again.body != before.heard.body)
            out.push_back(before.ask.method + " " + before.ask.target + " was answered " + std::to_string(before.heard.status) + " " + before.heard.body +
                          ", and then " + std::to_string(again.status) + " " + again.body);
    }
    return out;
}

bool Shopper::lives()
{
    current_ = orders_.size();
    const std::size_t dice = chance_.below(100);
    if (dice < 25) return does(buy()).answered();
    if (dice < 65 && !orders_.empty()) {
        current_ = chance_.happens(70) ? orders_.size() - 1 : chance_.below(orders_.size());
        return does(follow_up_an_order()).answered();
    }
    return does(react()).answered();
}

Deed Shopper::buy()
{
    const Mall::Article& article = chance_.any_of(mall_.articles);
    const auto count = std::int64_t(1 + chance_.below(3));
    bought_in_ = article.shop;
    return {{"POST", "/v1/orders",
             R"({"shop":")" + article.shop + R"(","lines":[{"sku":")" + article.sku + R"(","count":)" + std::to_string(count) + R"(,"note":")" + article.note +
                 R"("}],"address":")" + address_ + R"(","expected_total":)" + std::to_string(count * article.price) + "}", ""},
            Trace::order, {}, "/order"};
}

Deed Shopper::follow_up_an_order()
{
    Mine& mine = orders_[current_];
    if (mine.pressed || chance_.happens(15)) return end(mine);
    return mine.page.empty() ? open_payment(mine) : press(mine);
}

Deed Shopper::open_payment(Mine& mine)
{
    return {{"POST", "/v1/payments", R"({"orders":[{"shop":")" + mine.shop + R"(","order":")" + mine.order + R"("}]})", ""}, Trace::payment, {}, "/payment"};
}

// Only the first press of a charge counts, and each leaves the same one row.
Deed Shopper::press(Mine& mine)
{
    static const std::vector<std::string> buttons{"pay", "pay", "pay", "twice", "silent", "fail"};
    return {{"POST", mine.page + "/" + chance_.any_of(buttons), "", ""}, Trace::charge, {id_ + "-" + mine.payment}, ""};
}

Deed Shopper::end(Mine& mine)
{
    if (!mine.pressed) return {{"POST", mine.path() + "/cancellation", "", ""}, Trace::cancellation, {mine.order}, ""};
    if (chance_.happens(60)) return {{"POST", mine.path() + "/receipt", "", ""}, Trace::receipt, {mine.order}, ""};
    return {{"POST", mine.path() + "/refunds", R"({"reason":"changed_mind"})", ""}, Trace::refund, {}, "/id"};
}

Deed Shopper::react()
{
    const std::string note = chance_.any_of(mall_.articles).note;
    const bool away = chance_.happens(35);
    const std::string method = away ? "DELETE" : "PUT";
    switch (chance_.below(6)) {
        case 0: return {{method, "/v1/notes/" + note + "/like", "", ""}, Trace::like, {note}, "", away};
        case 1: return {{method, "/v1/notes/" + note + "/collect", away ? "" : "{}", ""}, Trace::collect, {note}, "", away};
        case 2: {
            const std::string person = chance_.any_of(mall_.people);
            if (person != id_) return {{method, "/v1/users/" + person + "/follow", "", ""}, Trace::follow, {person}, "", away};
            [[fallthrough]];
        }
        case 3: return answer_a_page(note);
        case 4: return {{"POST", "/v1/notes/" + note + "/comments", R"({"text":")" + fresh_word() + R"("})", ""}, Trace::comment, {}, "/id"};
        default: {
            const std::string event = "seen-" + fresh_word();
            return {{"POST", "/v1/views", R"({"views":[{"event":")" + event + R"(","note":")" + note + R"(","finished":true}]})", ""}, Trace::view, {event}, ""};
        }
    }
}

// Some notes of a page in one batch: all of it is kept, or nothing. Where the page is empty, a note met elsewhere.
Deed Shopper::answer_a_page(const std::string& otherwise)
{
    std::vector<std::string> notes;
    if (const Heard heard = looks("/v1/feed/discover?limit=3"); heard.good())
        for (std::size_t i = 0; i < JsonView(heard.body).count("/items"); ++i) notes.push_back(JsonView(heard.body).text("/items/" + std::to_string(i) + "/id"));
    if (notes.empty()) notes.push_back(otherwise);
    Deed deed{{"POST", "/v1/feed/answers", R"({"answers":[)", ""}, Trace::answer, {}, ""};
    for (const std::string& note : notes) {
        deed.rows.push_back("answer-" + fresh_word());
        deed.ask.json += (deed.rows.size() > 1 ? "," : "") + (R"({"event":")" + deed.rows.back() + R"(","note":")" + note + R"(","answer":"click"})");
    }
    deed.ask.json += "]}";
    return deed;
}

void Shopper::learns(const Deed& deed, const Heard& heard)
{
    if (!heard.answered()) return;
    if (deed.trace == Trace::order && heard.good()) orders_.push_back({bought_in_, JsonView(heard.body).text("/order"), "", ""});
    if (current_ >= orders_.size()) return;
    Mine& mine = orders_[current_];
    if (deed.trace == Trace::payment && heard.good()) {
        mine.payment = JsonView(heard.body).text("/payment");
        mine.page = JsonView(heard.body).text("/pay_url");
    }
    if (deed.trace == Trace::charge) mine.pressed = true;
}

bool Keeper::lives()
{
    if (chance_.happens(20)) {
        const std::string why = "delivery " + fresh_word();
        return does({{"POST", shop_ + "/stock/" + chance_.any_of(skus_) + "/adjustments", R"({"by":5,"why":")" + why + R"("})", ""}, Trace::restock, {why}, ""})
            .answered();
    }
    const Heard slips = looks(shop_ + "/packing-slips?limit=20");
    if (!slips.answered()) return false;
    const JsonView list(slips.body);
    if (!slips.good() || !list.has("/items/0")) return true;
    const std::string order = list.text("/items/" + std::to_string(chance_.below(list.count("/items"))) + "/order");
    const std::string waybill = "SB" + std::to_string(chance_.number() % 1'000'000'000'000);
    return does({{"POST", shop_ + "/orders/" + order + "/parcels", R"({"carrier":"sandbox","waybill":")" + waybill + R"("})", ""}, Trace::parcel, {}, "/id"})
        .answered();
}

}  // namespace meadow::testing
