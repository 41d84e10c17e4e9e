#include "modules/discovery/search/library.hpp"

#include <functional>

#include <algorithm>

#include "modules/community/community.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t slice = 2000;

void enter(lang::Index& index, const community::PublicNote& note, const std::vector<catalog::ProductCard>& products)
{
    lang::Document document{note.id.value, note.title, {}, {}, note.text};
    for (const std::string& topic : note.topics) document.topics.push_back(topic);
    for (const auto& product : products)
        if (std::find(note.products.begin(), note.products.end(), product.id) != note.products.end()) document.products.push_back(product.title);
    index.add(document);
}

void enter(lang::Index& index, const std::vector<community::PublicNote>& notes, db::ReadTx& tx)
{
    std::vector<ProductId> pinned;
    for (const auto& note : notes) pinned.insert(pinned.end(), note.products.begin(), note.products.end());
    std::sort(pinned.begin(), pinned.end());
    pinned.erase(std::unique(pinned.begin(), pinned.end()), pinned.end());
    auto products = catalog::shown_products(tx, pinned);
    std::sort(products.begin(), products.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (const auto& note : notes) {
        std::vector<catalog::ProductCard> own;
        for (const ProductId id : note.products) {
            const auto found = std::lower_bound(products.begin(), products.end(), id, [](const auto& p, ProductId i) { return p.id < i; });
            if (found != products.end() && found->id == id) own.push_back(*found);
        }
        enter(index, note, own);
    }
}

void enter(lang::Index& index, const catalog::ListedProduct& product)
{
    index.add({product.id.value, product.title, {product.category_name}, {product.shop_name}, {}});
}

void enter(lang::Index& index, const identity::PersonCard& person)
{
    index.add({person.id.value, person.name, {person.handle, person.official}, {}, {}});
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
                if (more) last = found.back().id;
            });
        });
        while (book.tidy()) {}
        if (!more) book.completed();
    }
}

// Those that are no longer found leave the book.
template <class Id, class Found>
void drop_missing(lang::Index& index, const std::vector<Id>& ids, const std::vector<Found>& found)
{
    for (const Id id : ids)
        if (std::none_of(found.begin(), found.end(), [&](const Found& f) { return f.id == id; })) index.remove(id.value);
}

bool in_category(std::string_view category, std::string_view wanted)
{
    return category.starts_with(wanted) && (category.size() == wanted.size() || category[wanted.size()] == '.');
}

}  // namespace

void ProductFacts::put(const catalog::ListedProduct& product)
{
    const std::lock_guard lock(mutex_);
    auto category = std::find(categories_.begin(), categories_.end(), product.category);
    if (category == categories_.end()) category = categories_.insert(categories_.end(), product.category);
    facts_[product.id] = {std::uint32_t(category - categories_.begin()), product.price_from};
}

void ProductFacts::remove(ProductId product)
{
    const std::lock_guard lock(mutex_);
    facts_.erase(product);
}

std::vector<std::int64_t> ProductFacts::newest(const ProductFilter& filter, std::int64_t below, std::int64_t limit) const
{
    std::vector<std::int64_t> ids;
    {
        const std::shared_lock lock(mutex_);
        for (const auto& [id, fact] : facts_)
            if (id.value < below && passes(id, filter)) ids.push_back(id.value);
    }
    const auto end = ids.begin() + std::min<std::ptrdiff_t>(std::ptrdiff_t(ids.size()), limit);
    std::partial_sort(ids.begin(), end, ids.end(), std::greater<>{});
    ids.erase(end, ids.end());
    return ids;
}

bool ProductFacts::passes(ProductId product, const ProductFilter& filter) const
{
    const auto fact = facts_.find(product);
    if (fact == facts_.end()) return false;
    if (!filter.category.empty() && !in_category(categories_[fact->second.category], filter.category)) return false;
    return !(filter.least && fact->second.price < *filter.least) && !(filter.most && *filter.most < fact->second.price);
}

void Library::refresh_notes(jobs::World& world, const std::vector<NoteId>& ids)
{
    if (ids.empty()) return;
    notes.write([&](lang::Index& index) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            const auto found = community::public_notes(ctx.tx, ids);
            enter(index, found, ctx.tx);
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
            for (const auto& product : found) enter(index, product);
            drop_missing(index, ids, found);
            for (const ProductId id : ids) product_facts.remove(id);
            for (const auto& product : found) product_facts.put(product);
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
}

void Library::fill(jobs::World& world, const std::function<bool()>& go_on)
{
    fill_book<UserId>(people, world, go_on, identity::people_after, [](lang::Index& index, const auto& found, db::ReadTx&) {
        for (const auto& person : found) enter(index, person);
    });
    fill_book<ProductId>(products, world, go_on, catalog::listed_products_after, [this](lang::Index& index, const auto& found, db::ReadTx&) {
        for (const auto& product : found) {
            enter(index, product);
            product_facts.put(product);
        }
    });
    fill_book<NoteId>(notes, world, go_on, community::public_notes_after,
                      [](lang::Index& index, const auto& found, db::ReadTx& tx) { enter(index, found, tx); });
}

void Library::tidy()
{
    for (Book* book : {&notes, &products, &people})
        while (book->tidy()) {}
}

}  // namespace meadow::discovery
