// The books people search in, and what filters must know beside them. Everything in memory; derived from the front doors of the other
// modules, kept up by the news.
#pragma once
#include "jobs/world.hpp"
#include "modules/community/community.hpp"
#include "modules/discovery/search/book.hpp"
#include "modules/discovery/search/product_facts.hpp"
#include "modules/discovery/search/readings.hpp"
#include "modules/discovery/search/shop_facts.hpp"
#include "modules/discovery/search/wordbook.hpp"
#include "text/tone.hpp"

namespace meadow::discovery {

class Library {
public:
    explicit Library(const lang::Segmenter& s) : notes(s), products(s), people(s), shops(s), topics(s), tones(s.normaliser())
    {
        words.learned(std::make_shared<const GoodsNames>(s.normaliser()));
    }

    Book notes, products, people, shops, topics;
    ProductFacts product_facts;
    ShopFacts shop_facts;
    TopicNames topic_names;
    Wordbook words;
    const lang::Tones tones;
    mutable Readings readings;

    // Brings what the news was about up to date with the database as it is now.
    void refresh_notes(jobs::World&, const std::vector<NoteId>&);
    void refresh_products(jobs::World&, const std::vector<ProductId>&);
    void refresh_people(jobs::World&, const std::vector<UserId>&);
    void refresh_shops(jobs::World&, const std::vector<ShopId>&);
    // Their products can be bought again, or no longer.
    void refresh_stock(jobs::World&, ShopId, const std::vector<SkuId>&);

    // Reads everything there is, in slices, while go_on() says so. May run beside the refreshes and searches. Notes come last: the
    // other books are small.
    void fill(jobs::World&, const std::function<bool()>& go_on);
    // Looks for the brands that are known now in what the newest `most` products are called.
    void name_brands(jobs::World&, std::int64_t most);
    // Merges what the writes have left in pieces.
    void tidy();
    // Whether it is time to learn the words anew; true once in ten minutes.
    bool words_due(Instant now);

private:
    void enter_notes(lang::Index&, db::ReadTx&, const std::vector<community::PublicNote>&);
    void enter_products(lang::Index&, db::ReadTx&, const std::vector<catalog::ListedProduct>&);
    // What a product is sold as: by its shop, or by its title.
    std::string brand_of(const catalog::ListedProduct&) const;
    void enter_shops(lang::Index&, db::ReadTx&, const std::vector<ShopId>&);

    std::atomic<std::int64_t> words_learned_us_ = 0;
};

}  // namespace meadow::discovery
