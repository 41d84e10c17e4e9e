#include "modules/discovery/lists/model.hpp"

#include <algorithm>

#include "text/normalise.hpp"

namespace meadow::discovery {
namespace {

enum class ListKind : std::uint64_t { latest = 1, author, topic, product, shop };

// splitmix64's finaliser: every bit of the input moves half of those that come out.
std::uint64_t mix(std::uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ x >> 27) * 0x94D049BB133111EBull;
    return x ^ x >> 31;
}

ListId list_of(ListKind kind, std::uint64_t key) { return {std::int64_t(mix(key ^ mix(std::uint64_t(kind))) >> 1)}; }

// FNV-1a, because the name is stored and must not change with a library.
std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    return hash;
}

}  // namespace

ListId latest_list() { return list_of(ListKind::latest, 0); }
ListId author_list(UserId author) { return list_of(ListKind::author, std::uint64_t(author.value)); }
ListId product_list(ProductId product) { return list_of(ListKind::product, std::uint64_t(product.value)); }
ListId shop_list(ShopId shop) { return list_of(ListKind::shop, std::uint64_t(shop.value)); }
ListId topic_list(const lang::Normaliser& normaliser, std::string_view topic) { return list_of(ListKind::topic, hash_of(normaliser.plain(topic))); }

Placing placing_of(const community::PublicNote& note, const std::vector<catalog::ProductCard>& products, const lang::Normaliser& normaliser)
{
    Placing out;
    out.note = note.id;
    out.author = note.author;
    out.published_at = note.published_at;
    out.lists = {latest_list(), author_list(note.author)};
    for (const std::string& topic : note.topics) out.lists.push_back(topic_list(normaliser, topic));
    for (const ProductId product : note.products) {
        const auto card = std::find_if(products.begin(), products.end(), [&](const auto& p) { return p.id == product; });
        if (card == products.end()) continue;
        out.lists.push_back(product_list(product));
        out.lists.push_back(shop_list(card->shop));
    }
    std::sort(out.lists.begin(), out.lists.end());
    out.lists.erase(std::unique(out.lists.begin(), out.lists.end()), out.lists.end());
    if (note.latitude && note.longitude) {
        out.latitude = *note.latitude;
        out.longitude = *note.longitude;
        out.cells = cells_at({out.latitude, out.longitude});
    }
    return out;
}

}  // namespace meadow::discovery
