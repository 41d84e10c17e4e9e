// Leave-last-out on open histories (DISCOVERY.md §3): what the feed's own taste code would have suggested next, event by event, beside
// popularity and each of its parts alone. HR@20 and NDCG@20 over all users with three events or more, all items ranked but those
// in the history. With 95 % intervals. Skipped where the data is absent.
//   bench_recommend [--data=../shared/data/seq_beauty_lastfm] [--part=test|validation]
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "kit_figures.hpp"
#include "modules/discovery/engine/taste/taste.hpp"

namespace {

using namespace meadow;
using namespace meadow::discovery::engine;

struct Histories {
    std::vector<std::vector<std::uint32_t>> users;   // oldest first
    std::uint32_t items = 0;                         // numbered below it
};

Histories read(const std::string& path)
{
    Histories all;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::uint32_t user = 0, item = 0;
        std::vector<std::uint32_t> history;
        for (words >> user; words >> item;) {
            history.push_back(item);
            all.items = std::max(all.items, item + 1);
        }
        if (history.size() >= 3) all.users.push_back(std::move(history));
    }
    return all;
}

struct Marks {
    double hits = 0, gain = 0, users = 0;

    void add(const std::vector<Scored>& suggested, std::uint32_t target)
    {
        users += 1;
        for (std::size_t rank = 0; rank < suggested.size(); ++rank)
            if (suggested[rank].item == target) hits += 1, gain += 1 / std::log2(double(rank) + 2);
    }
    void tell(const char* data, const char* model) const
    {
        const double hr = hits / users;
        std::printf("%-8s %-24s HR@20 %.4f ±%.4f  NDCG@20 %.4f\n", data, model, hr, 1.96 * std::sqrt(hr * (1 - hr) / users), gain / users);
        std::fflush(stdout);
    }
};

struct Model {
    const char* name;
    TasteRules rules;
    bool factors;
};

void measure(const char* name, const Histories& all, std::size_t held_back)
{
    auto train = all.users;
    for (auto& history : train) history.resize(history.size() - held_back);
    Factors factors;
    factors.learn(train, all.items);

    TasteRules none;
    none.next_weight = none.together_weight = none.companions_weight = none.factors_weight = 0;
    Model models[] = {{"next (transitions)", none, false}, {"together (item kNN)", none, false}, {"companions (user kNN)", none, false}, {"factors (iALS)", none, true},
                      {"all, as the feed asks", {}, false}, {"all, with factors", {}, true}};
    models[0].rules.next_weight = models[1].rules.together_weight = models[2].rules.companions_weight = models[3].rules.factors_weight = 1;

    std::vector<Scored> popular(all.items);
    for (std::uint32_t item = 0; item < all.items; ++item) popular[item].item = item;
    for (const auto& history : train)
        for (const std::uint32_t item : history) popular[item].score += 1;
    std::stable_sort(popular.begin(), popular.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    Marks simple;
    for (std::size_t user = 0; user < train.size(); ++user) {
        std::vector<Scored> top;
        for (std::size_t i = 0; top.size() < 20; ++i)
            if (std::find(train[user].begin(), train[user].end(), popular[i].item) == train[user].end()) top.push_back(popular[i]);
        simple.add(top, all.users[user][train[user].size()]);
    }
    simple.tell(name, "popularity");

    for (const Model& model : models) {
        Taste taste(model.rules);
        for (std::uint32_t user = 0; user < train.size(); ++user)
            for (const std::uint32_t item : train[user]) taste.opened(user, item);
        Marks marks;
        for (std::uint32_t user = 0; user < train.size(); ++user) {
            const auto& history = train[user];
            marks.add(taste.suggest(user, model.factors ? &factors : nullptr, 20,
                                    [&](std::uint32_t item) { return std::find(history.begin(), history.end(), item) != history.end(); }),
                      all.users[user][history.size()]);
        }
        marks.tell(name, model.name);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const bench::Report report(argc, argv);
    const std::string folder = report.value_of("--data", "../shared/data/seq_beauty_lastfm");
    for (const char* name : {"LastFM", "Beauty"}) {
        const Histories all = read(folder + "/" + name + ".txt");
        if (all.users.empty()) std::printf("%s: no data in %s, skipped\n", name, folder.c_str());
        else measure(name, all, report.value_of("--part", "test") == "validation" ? 2 : 1);
    }
}
