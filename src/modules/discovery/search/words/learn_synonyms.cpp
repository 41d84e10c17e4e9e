#include <algorithm>
#include <map>

#include "modules/discovery/events.hpp"
#include "modules/discovery/search/clicks/store.hpp"
#include "modules/discovery/search/keep_queries.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/pseudonyms.hpp"
#include "modules/discovery/search/synonyms/store.hpp"
#include "modules/discovery/search/words/learn_words.hpp"
#include "modules/discovery/search/words/vocabulary.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t slice = 1000;
constexpr std::int64_t most_titles = 200'000, most_choices = 20'000, prune_at_once = 5'000;
constexpr double agreed = 0.6;       // share of the choices whose titles have the word
constexpr double ordinary = 0.2;     // a word in this share of all titles says nothing

std::vector<SynonymRow> from_titles(jobs::World& world)
{
    const lang::Normaliser& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    Aliases aliases;
    ProductId last;
    std::int64_t titles = 0;
    for (bool more = true; more && titles < most_titles;) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto products = catalog::listed_products_after(ctx.tx, last, slice);
            for (const auto& product : products) aliases.read(normaliser.plain(product.title));
            titles += std::int64_t(products.size());
            more = std::int64_t(products.size()) == slice;
            if (more) last = products.back().id;
        });
    }
    std::vector<SynonymRow> out;
    for (const Alias& alias : aliases.found()) out.push_back({alias.latin, alias.chinese, SynonymSource::titles, SynonymState::active, {}, world.clock.now()});
    return out;
}

// The word of the chosen titles that most of them share and the query lacks; empty when there is none.
std::string shared_word(jobs::World& world, const std::vector<store::ClickRow>& choices, std::size_t begin, std::size_t end)
{
    const Library& library = world.adapters.get<Library>();
    const lang::Segmenter& segmenter = library.products.segmenter();
    const auto snapshot = library.products.snapshot();
    std::vector<ProductId> ids;
    for (std::size_t i = begin; i < end; ++i) ids.push_back(choices[i].product);
    std::map<std::string, std::int64_t> said;
    std::int64_t all = 0;
    bool lacks = true;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) {
        for (const auto& product : catalog::listed_products(ctx.tx, ids)) {
            const auto choice = std::find_if(choices.begin() + std::ptrdiff_t(begin), choices.begin() + std::ptrdiff_t(end),
                                             [&](const auto& c) { return c.product == product.id; });
            all += choice->people;
            const std::string title = segmenter.normaliser().plain(product.title);
            lacks = lacks && title.find(choice->query) == std::string::npos;
            auto words = segmenter.words(title);
            std::sort(words.begin(), words.end());
            words.erase(std::unique(words.begin(), words.end()), words.end());
            for (const std::string& word : words)
                if (lang::length(word) >= 2) said[word] += choice->people;
        }
    });
    if (!lacks) return {};   // the words are there: nothing to learn
    std::string best;
    double most = 0;
    for (const auto& [word, people] : said) {
        const double held = double(snapshot->holders(lang::word_key(word))), size = double(std::max<std::size_t>(snapshot->size(), 1));
        if (double(people) < agreed * double(all) || (held > ordinary * size && snapshot->size() > 50)) continue;
        const double telling = double(people) / double(all) * (1 - held / size);
        if (telling > most) most = telling, best = word;
    }
    return best;
}

std::vector<SynonymRow> from_choices(jobs::World& world, std::int64_t since, std::int64_t least)
{
    const Library& library = world.adapters.get<Library>();
    std::vector<store::ClickRow> choices;
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) {
        choices = store::chosen_by_many(tx, since, least, most_choices);
        store::prune_clicks(tx, since, prune_at_once);
        return true;
    });
    std::vector<SynonymRow> out;
    for (std::size_t begin = 0; begin < choices.size();) {
        std::size_t end = begin;
        while (end < choices.size() && choices[end].query == choices[begin].query) ++end;
        const std::string& query = choices[begin].query;
        if (lang::Query::of(library.products.segmenter(), query).wishes.size() == 1) {
            if (const std::string word = shared_word(world, choices, begin, end); !word.empty() && word != query)
                out.push_back({query, word, SynonymSource::clicks, SynonymState::active, {}, world.clock.now()});
        }
        begin = end;
    }
    return out;
}

}  // namespace

void learn_synonyms(jobs::World& world)
{
    const Instant now = world.clock.now();
    const auto settings = world.settings.now();
    const std::int64_t since = day_of(now - keep_asked_queries.at(*settings, now));
    std::vector<SynonymRow> rows = from_titles(world);
    const auto chosen = from_choices(world, since, learn_least_people.at(*settings, now));
    rows.insert(rows.end(), chosen.begin(), chosen.end());
    if (rows.empty()) return;
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        bool any = false;
        for (SynonymRow& row : rows) {
            if (row.other < row.words) std::swap(row.words, row.other);
            any = store::learn_synonym(ctx.tx, row) || any;
        }
        if (any) ctx.tell(WordsChanged{ctx.now});
        return true;
    });
}

}  // namespace meadow::discovery
