#include "modules/discovery/search/library.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "modules/discovery/search/entries.hpp"
#include "modules/fulfilment/fulfilment.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t slice = 8000;

template <class Found>
auto id_of(const Found& found)
{
    if constexpr (requires { found.id; }) return found.id;
    else return found;
}

// Reads one kind from the first to the last in slices and enters them.
template <class Id, class Read, class Enter>
void fill_book(Book& book, jobs::World& world, const std::function<bool()>& go_on, Read read, Enter enter_slice)
{
    Id last;
    for (bool more = true; more && go_on();) {
        book.write([&](lang::Index& index) {
            jobs::read_now(world, {}, [&](ReadCtx& ctx) {
                const auto found = read(ctx.tx, last, slice);
                enter_slice(index, found, ctx.tx);
                more = !found.empty();
                if (more) last = id_of(found.back());
            });
        });
        while (book.tidy()) {}
        if (more) continue;
        book.completed();
        book.compact();
    }
}

// Those that are no longer found leave the book.
template <class Id, class Found>
void drop_missing(lang::Index& index, const std::vector<Id>& ids, const std::vector<Found>& found)
{
    for (const Id id : ids)
        if (std::none_of(found.begin(), found.end(), [&](const Found& f) { return f.id == id; })) index.remove(id.value);
}

// What products are known by, and whether any of it can be bought.
struct Pieces {
    std::map<ProductId, std::vector<std::string>> barcodes;
    std::map<ProductId, bool> in_stock;

    Pieces(db::ReadTx& tx, const std::vector<ProductId>& products)
    {
        const auto codes = catalog::sku_codes(tx, products);
        for (auto shop = codes.begin(); shop != codes.end();) {
            const auto end = std::find_if(shop, codes.end(), [&](const auto& code) { return code.shop != shop->shop; });
            std::vector<SkuId> skus;
            for (auto code = shop; code != end; ++code) skus.push_back(code->sku);
            std::map<SkuId, std::int64_t> there;
            for (const auto& [sku, count] : fulfilment::available_stock(tx, shop->shop, skus)) there[sku] = count;
            for (; shop != end; ++shop) {
                if (!shop->barcode.empty()) barcodes[shop->product].push_back(shop->barcode);
                in_stock[shop->product] |= there[shop->sku] > 0;
            }
        }
    }
};

}  // namespace

void Library::enter_notes(lang::Index& index, db::ReadTx& tx, const std::vector<community::PublicNote>& found)
{
    enter(index, found, catalog::shown_products(tx, pinned_by(found)));
    std::vector<std::string> fresh;
    for (const auto& note : found) {
        for (const std::string& topic : note.topics)
            if (topic_names.add(topic_number(notes.segmenter().normaliser().plain(topic)), topic)) fresh.push_back(topic);
    }
    if (fresh.empty()) return;
    topics.write([&](lang::Index& names) {
        for (const std::string& topic : fresh) enter_topic(names, topic);
    });
}

void Library::enter_products(lang::Index& index, db::ReadTx& tx, const std::vector<catalog::ListedProduct>& found)
{
    std::vector<ProductId> ids;
    for (const auto& product : found) ids.push_back(product.id);
    Pieces pieces(tx, ids);
    for (const auto& product : found) {
        const ShopFacts::Fact shop = shop_facts.of(product.shop);
        const std::string brand = brand_of(product);
        enter(index, product, brand, pieces.barcodes[product.id]);
        product_facts.put(product, brand, shop.profile, pieces.in_stock[product.id]);
    }
}

std::string Library::brand_of(const catalog::ListedProduct& product) const
{
    const auto& normaliser = products.segmenter().normaliser();
    const auto goods = words.goods();
    const std::string official = shop_facts.of(product.shop).brand;
    if (official.empty()) return goods->brand_in(normaliser.plain(product.title)).value_or("");
    return goods->brand_in(normaliser.plain(official)).value_or(official);
}

void Library::name_brands(jobs::World& world, std::int64_t most)
{
    ProductId last;
    for (std::int64_t seen = 0; seen < most; seen += slice) {
        std::vector<catalog::ListedProduct> found;
        jobs::read_now(world, {}, [&](ReadCtx& ctx) { found = catalog::listed_products_after(ctx.tx, last, slice); });
        if (found.empty()) return;
        for (const auto& product : found) product_facts.rebrand(product.id, brand_of(product));
        last = found.back().id;
    }
}

void Library::enter_shops(lang::Index& index, db::ReadTx& tx, const std::vector<ShopId>& ids)
{
    auto found = catalog::shop_cards(tx, ids);
    std::erase_if(found, [](const auto& shop) { return shop.state != catalog::ShopState::open; });
    std::vector<UserId> owners;
    for (const auto& shop : found)
        if (shop.profile == catalog::ShopProfile::pop) owners.push_back(shop.owner);
    const auto known = identity::person_cards(tx, owners);
    for (const auto& shop : found) {
        const auto owner = std::find_if(known.begin(), known.end(), [&](const auto& p) { return p.id == shop.owner; });
        const std::string brand = owner == known.end() ? "" : owner->official;
        enter(index, shop, brand);
        shop_facts.put(shop.id, {shop.owner, shop.profile, brand});
        product_facts.shop_changed(shop.id, brand, shop.profile);
    }
    drop_missing(index, ids, found);
    for (const ShopId id : ids)
        if (std::none_of(found.begin(), found.end(), [&](const auto& shop) { return shop.id == id; })) shop_facts.remove(id);
}

void Library::refresh_notes(jobs::World& world, const std::vector<NoteId>& ids)
{
    if (ids.empty()) return;
    notes.write([&](lang::Index& index) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto found = community::public_notes(ctx.tx, ids, community::Authors::all);
            enter_notes(index, ctx.tx, found);
            drop_missing(index, ids, found);
        });
    });
}

void Library::refresh_products(jobs::World& world, const std::vector<ProductId>& ids)
{
    if (ids.empty()) return;
    products.write([&](lang::Index& index) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto found = catalog::listed_products(ctx.tx, ids);
            for (const ProductId id : ids)
                if (std::none_of(found.begin(), found.end(), [&](const auto& p) { return p.id == id; })) product_facts.remove(id);
            enter_products(index, ctx.tx, found);
            drop_missing(index, ids, found);
        });
    });
}

void Library::refresh_people(jobs::World& world, const std::vector<UserId>& ids)
{
    if (ids.empty()) return;
    people.write([&](lang::Index& index) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto found = identity::person_cards(ctx.tx, ids);
            for (const auto& person : found) enter(index, person);
            drop_missing(index, ids, found);
        });
    });
    refresh_shops(world, shop_facts.owned_by(ids));
}

void Library::refresh_shops(jobs::World& world, const std::vector<ShopId>& ids)
{
    if (ids.empty()) return;
    shops.write([&](lang::Index& index) { jobs::read_now(world, {}, [&](ReadCtx& ctx) { enter_shops(index, ctx.tx, ids); }); });
}

void Library::refresh_stock(jobs::World& world, ShopId shop, const std::vector<SkuId>& skus)
{
    std::vector<ProductId> turned;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) {
        for (const auto& offer : catalog::sku_offers(ctx.tx, shop, skus))
            if (std::find(turned.begin(), turned.end(), offer.product) == turned.end()) turned.push_back(offer.product);
    });
    refresh_products(world, turned);
}

void Library::fill(jobs::World& world, const std::function<bool()>& go_on)
{
    fill_book<UserId>(people, world, go_on, identity::people_after, [](lang::Index& index, const auto& found, db::ReadTx&) {
        for (const auto& person : found) enter(index, person);
    });
    fill_book<ShopId>(shops, world, go_on, catalog::open_shops_after,
                      [this](lang::Index& index, const auto& found, db::ReadTx& tx) { enter_shops(index, tx, found); });
    fill_book<ProductId>(products, world, go_on, catalog::listed_products_after,
                         [this](lang::Index& index, const auto& found, db::ReadTx& tx) { enter_products(index, tx, found); });
    fill_book<NoteId>(notes, world, go_on, [](db::ReadTx& tx, NoteId after, std::int64_t limit) { return community::public_notes_after(tx, after, limit, community::Authors::all); },
                      [this](lang::Index& index, const auto& found, db::ReadTx& tx) { enter_notes(index, tx, found); });
    topics.completed();
}

bool Library::words_due(Instant now)
{
    constexpr std::int64_t pause_us = Duration{std::chrono::minutes{10}}.count();
    std::int64_t last = words_learned_us_.load();
    return now.us - last >= pause_us && words_learned_us_.compare_exchange_strong(last, now.us);
}

void Library::tidy()
{
    for (Book* book : {&notes, &products, &people, &shops, &topics})
        while (book->tidy()) {}
}

}  // namespace meadow::discovery
