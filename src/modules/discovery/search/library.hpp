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

namespace meadow::discovery {

class Library {
public:
    explicit Library(const lang::Segmenter& s) : notes(s), products(s), people(s), shops(s), topics(s) {}

    Book notes, products, people, shops, topics;
    ProductFacts product_facts;
    ShopFacts shop_facts;
    TopicNames topic_names;
    Wordbook words;
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
    // Merges what the writes have left in pieces.
    void tidy();
    // Whether it is time to learn the words anew; true once in ten minutes.
    bool words_due(Instant now);

private:
    void enter_notes(lang::Index&, db::ReadTx&, const std::vector<community::PublicNote>&);
    void enter_products(lang::Index&, db::ReadTx&, const std::vector<catalog::ListedProduct>&);
    void enter_shops(lang::Index&, db::ReadTx&, const std::vector<ShopId>&);

    std::atomic<std::int64_t> words_learned_us_ = 0;
};

}  // namespace meadow::discovery
