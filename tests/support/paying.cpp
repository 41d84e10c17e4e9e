#include "support/paying.hpp"

namespace meadow::testing {

Answer tries_to_pay(Person& person, const std::vector<Bought>& orders, const std::string& more)
{
    std::string list;
    for (const Bought& o : orders) list += (list.empty() ? "" : ",") + (R"({"shop":")" + o.shop + R"(","order":")" + o.order + R"("})");
    return person.post("/v1/payments", R"({"orders":[)" + list + "]" + more + "}");
}

Checkout opens_payment(Person& person, const std::vector<Bought>& orders, const std::string& more)
{
    const Answer opened = tries_to_pay(person, orders, more).is(201).says("/state", "created");
    return {opened.text("/payment"), opened.text("/pay_url")};
}

Answer presses(Town& town, const Checkout& checkout, const std::string& button)
{
    const Answer answer = town.guest().post(checkout.page + "/" + button);
    answer.is(303);
    return answer;
}

void pays_for(Town& town, Person& person, const Bought& order)
{
    const Checkout checkout = opens_payment(person, {order});
    presses(town, checkout, "pay");
    town.settles();
    person.get(checkout.path()).is(200).says("/state", "succeeded");
}

}  // namespace meadow::testing
