#include "modules/identity/sessions/show_session.hpp"

#include "support/town.hpp"

namespace meadow::identity {
namespace {

http::Request by_cookie(const Person& person, http::Method method, const std::string& target)
{
    http::Request request;
    request.method = method;
    request.target = target;
    request.headers.push_back({"Cookie", "theme=dark; meadow_session=" + person.token()});
    return request;
}

}  // namespace

TEST(ShowSession, a_guest_is_nobody_and_a_person_is_told_the_proof_to_write_with)
{
    Town town;
    auto ann = town.person("ann");
    EXPECT_FALSE(town.guest().get("/v1/session").is(200).json().has("/user"));
    ann.get("/v1/session").is(200).says("/user", ann.id());
    town.person_with_role("judge", Role::moderator).get("/v1/session").is(200).says("/roles/0", "moderator");
}

TEST(ShowSession, a_cookie_writes_only_with_the_proof_and_from_our_own_pages)
{
    Town town;
    auto ann = town.person("ann");
    const std::string csrf = town.send(by_cookie(ann, http::Method::get, "/v1/session")).is(200).text("/csrf");

    town.send(by_cookie(ann, http::Method::delete_, "/v1/sessions")).is_refused("http.csrf");
    auto wrong = by_cookie(ann, http::Method::delete_, "/v1/sessions");
    wrong.headers.push_back({"X-CSRF-Token", std::string(csrf.size(), '0')});
    town.send(wrong).is_refused("http.csrf");
    auto foreign = by_cookie(ann, http::Method::delete_, "/v1/sessions");
    foreign.headers.push_back({"X-CSRF-Token", csrf});
    foreign.headers.push_back({"Sec-Fetch-Site", "cross-site"});
    town.send(foreign).is_refused("http.csrf");

    auto proven = by_cookie(ann, http::Method::delete_, "/v1/sessions");
    proven.headers.push_back({"X-CSRF-Token", csrf});
    town.send(proven).is(204);
}

}  // namespace meadow::identity
