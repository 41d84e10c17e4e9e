#include "kit_seeded.hpp"

#include <algorithm>

#include "kit_numbers.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/discovery/lists/rebuild_lists.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::bench {
namespace {

constexpr int at_once = 1000;   // notes a transaction

std::vector<MediaId> paint(WriteCtx& ctx, UserId owner, int count)
{
    std::vector<MediaId> out;
    for (int i = 0; i < count; ++i) {
        media::Item item;
        item.picture = {ctx.new_id<MediaId>(), media::MediaKind::image, "0123456789abcdef0123456789abcdef", 1080, 1440, {240, 480, 1080},
                        "#a1b2c3", "LEHV6nWB2yk8pyo0adR*.7kCMdnj"};
        item.owner = owner;
        item.uploaded_at = ctx.now;
        media::store::insert_item(ctx.tx, item);
        media::store::mark_used(ctx.tx, item.picture.id);
        out.push_back(item.picture.id);
    }
    return out;
}

ShopId open_shop(WriteCtx& ctx, UserId owner, int number)
{
    catalog::Shop shop;
    shop.id = ctx.new_id<ShopId>();
    shop.name = "Shop " + std::to_string(number);
    shop.owner = owner;
    shop.opened_at = ctx.now;
    catalog::store::insert_shop(ctx.tx, shop);
    return shop.id;
}

ProductId put_on_sale(WriteCtx& ctx, ShopId shop, MediaId cover, const std::string& title)
{
    catalog::Product product;
    product.shop = shop;
    product.id = ctx.new_id<ProductId>();
    product.state = catalog::ProductState::listed;
    product.title = title;
    product.cover = cover;
    product.category = "beauty.lipstick";
    product.price_from = yuan(99);
    product.detail.text = to_json(catalog::ProductDetail{"", {cover}, {}});
    product.created_at = product.listed_at = ctx.now;
    catalog::store::insert_product(ctx.tx, product);
    catalog::Sku sku;
    sku.id = ctx.new_id<SkuId>();
    sku.product = product.id;
    sku.price = yuan(99);
    catalog::store::insert_sku(ctx.tx, shop, sku);
    return product.id;
}

// At most `most` bytes of a text, whole code points.
std::string cut(const std::string& text, std::size_t most)
{
    std::size_t end = std::min(most, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return text.substr(0, end);
}

}  // namespace

SeededNotes seed_notes(BenchTown& town, int count, const std::vector<std::string>& texts)
{
    SeededNotes seeded;
    for (const auto& [user, token] : town.people(std::clamp(count / 50, 100, 20'000))) seeded.authors.push_back(user);
    for (int i = 0; i < 200; ++i) seeded.topics.push_back("topic" + std::to_string(i));

    std::vector<MediaId> pictures;
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        seeded.products.clear();
        pictures = paint(ctx, seeded.authors.front(), 500);
        for (int shop = 0; shop < 100; ++shop) {
            const ShopId id = open_shop(ctx, seeded.authors[std::size_t(shop)], shop);
            for (int i = 0; i < 20; ++i) seeded.products.push_back(put_on_sale(ctx, id, pictures[std::size_t(i)], "Product " + std::to_string(shop * 20 + i)));
        }
        return true;
    });

    Numbers numbers;
    while (int(seeded.notes.size()) < count) {
        const std::size_t before = seeded.notes.size();
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            seeded.notes.resize(before);
            for (int i = 0; i < std::min(at_once, count - int(before)); ++i) {
                community::Note note;
                note.author = seeded.authors[numbers.below(seeded.authors.size())];
                note.id = ctx.new_id<NoteId>();
                note.state = community::NoteState::published;
                const std::string& text = texts[numbers.below(texts.size())];
                note.title = cut(text, 60);
                note.text = cut(text, 600);
                for (int t = 0; t < 2; ++t) note.tags.push_back({community::MarkKind::topic, 0, 0, seeded.topics[numbers.below(seeded.topics.size())], {}});
                note.media = {pictures[numbers.below(pictures.size())], pictures[numbers.below(pictures.size())]};
                if (numbers.below(5) == 0) note.products = {seeded.products[numbers.below(seeded.products.size())]};
                if (numbers.below(5) == 0) {
                    note.place = "Shanghai";
                    note.latitude = 30.8 + double(numbers.below(900)) / 1000;
                    note.longitude = 121.0 + double(numbers.below(900)) / 1000;
                }
                // One a minute, the last of them now.
                note.created_at = note.published_at = ctx.now - std::chrono::minutes{count - int(before) - i};
                community::store::insert_note(ctx.tx, note);
                seeded.notes.push_back(note.id);
            }
            return true;
        });
    }
    discovery::rebuild_lists(town.world(), {}, [] { return true; });
    return seeded;
}

}  // namespace meadow::bench
