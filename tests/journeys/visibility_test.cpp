// What may not be seen is suggested nowhere: random changes of who may see what, against every surface that lists notes.
#include <map>
#include <set>

#include "support/chance.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"
#include "support/reading.hpp"

namespace meadow::testing {
namespace {

struct Written {
    std::string id;
    std::size_t author = 0;
    std::string visibility = "public_";
    bool hidden = false;               // by a verdict
    bool deleted = false;
    std::optional<Instant> due;        // scheduled
};

struct Visibility : ::testing::Test {
    Town town;
    const std::vector<std::string> names{"ada", "bo", "cy", "di"};
    std::vector<Person> people;
    Person mo = town.person_with_role("mo", Role::moderator);
    Person lin = town.person("lin");
    Stall stall = open_stall(lin, "Lin", {{"红", yuan(99)}});
    std::vector<Written> notes;
    std::set<std::size_t> suspended;
    std::set<std::pair<std::size_t, std::size_t>> blocks;   // who blocks whom

    Visibility()
    {
        for (const std::string& name : names) people.push_back(town.person_with_role(name, Role::creator));
        town.settles();
        for (std::size_t i = 0; i < people.size(); ++i)
            for (std::size_t j = 0; j < people.size(); ++j)
                if (i != j) people[i].put("/v1/users/" + people[j].id() + "/follow").is(204);   // all are friends
        for (int i = 0; i < 6; ++i) publish(std::size_t(i) % people.size(), {});
    }

    Person signs_in(const std::string& name)
    {
        const Answer session = town.guest().post("/v1/sessions", R"({"address":")" + name + R"(@example.org","password":"correct horse )" + name + R"("})").is(201);
        return {town, session.text("/user"), session.text("/token")};
    }

    void publish(std::size_t author, std::optional<Instant> due)
    {
        const std::string more = due ? R"(,"publish_at":")" + text(*due) + "\"" : "";
        const std::string id = people[author].post("/v1/notes", R"({"title":"Note )" + std::to_string(notes.size()) + R"(","text":"#tea#","products":[")" + stall.product + R"("],"place":{"name":"Shanghai","latitude":31.2,"longitude":121.4},"media":[")" +
                                                                    picture(people[author]) + "\"]" + more + "}").is(201).text("/id");
        notes.push_back({id, author, "public_", false, false, due});
    }

    // Whether anybody may be shown it on a list for everybody.
    bool open(const Written& n) const
    {
        return n.visibility == "public_" && !n.hidden && !n.deleted && !suspended.contains(n.author) && (!n.due || *n.due <= town.now());
    }
    bool may_see(const Written& n, std::optional<std::size_t> reader) const
    {
        return open(n) && (!reader || (!blocks.contains({*reader, n.author}) && !blocks.contains({n.author, *reader})));
    }

    // Every list there is, to everybody there is.
    std::vector<std::string> surfaces(bool guest) const
    {
        std::vector<std::string> out{"/v1/feed/discover?limit=40", "/v1/feed/discover?latitude=31.2&longitude=121.4", "/v1/feed/latest?limit=50",
                                     "/v1/feed/nearby?latitude=31.2&longitude=121.4&limit=50", "/v1/topics/tea/notes?limit=50", "/v1/shops/" + stall.shop + "/notes?limit=50",
                                     "/v1/products/" + stall.product + "/notes?limit=50", "/v1/search/notes?q=note&limit=50", "/v1/search/notes?q=note&sort=newest&limit=50",
                                     "/v1/search/products?q=lin", "/v1/search/suggest?q=no", "/topics/tea/notes.atom", "/sitemaps/notes/0"};
        if (!guest) out.insert(out.end(), {"/v1/feed/following?limit=50", "/v1/selection"});
        for (const Person& p : people) out.insert(out.end(), {"/v1/users/" + p.id() + "/notes", "/users/" + p.id() + "/notes.atom"});
        const auto read = std::find_if(notes.begin(), notes.end(), [&](const Written& n) { return open(n); });
        if (read != notes.end()) out.push_back("/v1/notes/" + read->id + "/related?limit=50");
        return out;
    }

    void look_everywhere(const std::string& after)
    {
        for (std::size_t who = 0; who <= people.size(); ++who) {
            const bool guest = who == people.size();
            if (!guest && suspended.contains(who)) continue;
            Person reader = guest ? town.guest() : people[who];
            for (const std::string& list : surfaces(guest)) {
                const bool for_everybody = list.ends_with(".atom") || list.starts_with("/sitemap");   // whoever asks
                const std::string body = reader.get(list).response().body;
                for (const Written& n : notes)
                    if (list.find(n.id) == std::string::npos && !may_see(n, guest || for_everybody ? std::nullopt : std::optional(who)))
                        EXPECT_EQ(body.find(n.id), std::string::npos) << after << ": " << list << " shows a note of " << n.author << " to " << who;
            }
        }
        // And what may be seen is there.
        const std::string latest = town.guest().get("/v1/feed/latest?limit=50").response().body;
        for (const Written& n : notes)
            if (open(n) && notes.size() <= 50) EXPECT_NE(latest.find(n.id), std::string::npos) << after << ": nobody is shown " << n.id << " of " << n.author << (n.due ? ", scheduled" : "");
    }
};

}  // namespace

TEST_F(Visibility, what_may_not_be_seen_is_on_no_surface_whatever_changes)
{
    Chance chance(seed_of_this_run());
    for (int change = 0; change < (long_run() ? 400 : 60); ++change) {
        const std::size_t which = chance.below(notes.size());
        const std::size_t who = chance.below(people.size());
        std::string what;
        switch (chance.below(9)) {
            case 0:
                what = "published";
                if (!suspended.contains(who)) publish(who, {});
                break;
            case 1:
                what = "scheduled";
                if (!suspended.contains(who)) publish(who, town.now() + std::chrono::hours{1 + std::int64_t(chance.below(3))});
                break;
            case 2:
            case 3: {
                Written& n = notes[which];
                const std::string to = chance.happens(50) ? "public_" : chance.happens(50) ? "friends" : "only_me";
                what = "made " + to;
                if (n.deleted || suspended.contains(n.author) || (n.due && *n.due > town.now())) break;
                if (people[n.author].put("/v1/notes/" + n.id + "/visibility", R"({"visibility":")" + to + "\"}").response().status == 204) n.visibility = to;
                break;
            }
            case 4:
                what = "ruled on";
                if (notes[which].due && *notes[which].due > town.now()) break;   // nobody has seen it
                notes[which].hidden = !notes[which].hidden;
                verdict(town, notes[which].id, notes[which].hidden);
                break;
            case 5:
                what = "deleted";
                if (!chance.happens(30) || suspended.contains(notes[which].author)) break;
                if (people[notes[which].author].del("/v1/notes/" + notes[which].id).response().status == 204) notes[which].deleted = true;
                break;
            case 6: {
                const std::size_t other = (who + 1 + chance.below(people.size() - 1)) % people.size();
                const bool on = !blocks.contains({who, other});
                what = on ? "blocked" : "unblocked";
                if (suspended.contains(who) || suspended.contains(other)) break;
                const std::string path = "/v1/me/blocks/" + people[other].id();
                (on ? people[who].put(path) : people[who].del(path)).is(204);
                if (on) blocks.insert({who, other});
                else blocks.erase({who, other});
                break;
            }
            case 7: {
                const bool on = !suspended.contains(who) && suspended.empty();
                if (!on && !suspended.contains(who)) break;
                what = on ? "suspended" : "restored";
                mo.post("/v1/verdicts", R"({"subject":")" + people[who].id() + R"(","decision":")" + (on ? "hide" : "restore") + R"(","reason":"spam"})").is(204);
                if (on) suspended.insert(who);
                else suspended.erase(who);
                town.settles();
                if (!on) people[who] = signs_in(names[who]);   // a suspension ends all sessions
                break;
            }
            default:
                what = "time went by";
                passes(town, std::chrono::hours{1});
        }
        passes(town, 61s);   // what was read a moment ago is kept for a minute
        look_everywhere("change " + std::to_string(change) + ", " + what);
        if (HasFailure()) return;
    }
}

}  // namespace meadow::testing
