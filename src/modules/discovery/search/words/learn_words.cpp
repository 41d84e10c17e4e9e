#include "modules/discovery/search/words/learn_words.hpp"

#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"
#include "modules/discovery/search/synonyms/store.hpp"
#include "modules/discovery/search/words/vocabulary.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t slice = 1000;
constexpr std::int64_t most_titles = 200'000;    // the newest say enough
constexpr std::size_t most_synonyms = 50'000;
constexpr float said_by_operators = 0.95f, said_by_titles = 0.9f, said_by_clicks = 0.7f;

float worth_of(SynonymSource source)
{
    switch (source) {
        case SynonymSource::operator_: return said_by_operators;
        case SynonymSource::titles: return said_by_titles;
        case SynonymSource::clicks: return said_by_clicks;
    }
    return 0;
}

std::shared_ptr<const Words> with_synonyms(jobs::World& world, std::shared_ptr<const lang::Lexicon> lexicon)
{
    std::vector<SynonymPair> pairs, refused;
    std::string words, other;
    for (bool more = true; more && pairs.size() < most_synonyms;) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto rows = store::synonyms_after(ctx.tx, words, other, slice);
            for (const SynonymRow& row : rows)
                (row.state == SynonymState::active ? pairs : refused).push_back({row.words, row.other, worth_of(row.source)});
            more = std::int64_t(rows.size()) == slice;
            if (more) words = rows.back().words, other = rows.back().other;
        });
    }
    const auto built_in = built_in_synonyms(world.adapters.get<lang::Segmenter>().normaliser());
    pairs.insert(pairs.end(), built_in.begin(), built_in.end());
    return words_of(std::move(lexicon), pairs, refused);
}

// The built-in brands, those whose names stand together in titles, and those that shops officially sell.
std::shared_ptr<const GoodsNames> goods_names(const Library& library, const Aliases& aliases)
{
    const lang::Normaliser& normaliser = library.notes.segmenter().normaliser();
    std::vector<WordGroup> brands;
    for (const Alias& alias : aliases.found()) brands.push_back({alias.chinese, alias.latin});
    for (const std::string& brand : library.shop_facts.brands())
        if (std::string plain = normaliser.plain(brand); !plain.empty()) brands.push_back({brand, std::move(plain)});   // shown as it is written
    return std::make_shared<const GoodsNames>(normaliser, brands);
}

}  // namespace

void learn_words(jobs::World& world)
{
    Library& library = world.adapters.get<Library>();
    Vocabulary vocabulary(library.notes.segmenter());
    ProductId last;
    std::int64_t titles = 0;
    for (bool more = true; more && titles < most_titles;) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto products = catalog::listed_products_after(ctx.tx, last, slice);
            for (const auto& product : products) vocabulary.title(product.title);
            titles += std::int64_t(products.size());
            more = std::int64_t(products.size()) == slice;
            if (more) last = products.back().id;
        });
    }
    for (const std::string& brand : library.shop_facts.brands()) vocabulary.name(brand, 100);
    library.topic_names.each([&](const std::string& name) { vocabulary.name(name, 3); });
    if (const auto phrases = world.adapters.get<QueryLog>().phrases())
        for (const lang::Phrase& phrase : phrases->complete("", 5000)) vocabulary.name(phrase.text, phrase.weight);
    for (const SynonymPair& pair : built_in_synonyms(library.notes.segmenter().normaliser())) {
        vocabulary.name(pair.words, 1);
        vocabulary.name(pair.other, 1);
    }
    library.words.learned(goods_names(library, vocabulary.aliases()));
    library.name_brands(world, most_titles);
    vocabulary.written(*library.products.snapshot());
    vocabulary.written(*library.notes.snapshot());
    library.words.learned(with_synonyms(world, vocabulary.lexicon()));
}

void reload_synonyms(jobs::World& world)
{
    Wordbook& book = world.adapters.get<Library>().words;
    book.learned(with_synonyms(world, book.words()->lexicon));
}

}  // namespace meadow::discovery
