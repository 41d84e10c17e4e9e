#include "modules/discovery/search/entries.hpp"

#include <algorithm>

#include "text/pinyin.hpp"

namespace meadow::discovery {
namespace {

// The ways letters may be typed for a name.
std::vector<std::uint64_t> typed_as(const lang::Segmenter& segmenter, std::string_view name)
{
    std::vector<std::uint64_t> out;
    for (const lang::Spelling& spelling : lang::spellings_of(segmenter.normaliser().plain(name))) {
        out.push_back(lang::name_key(lang::NameKind::pinyin, spelling.full));
        if (spelling.initials.size() > 1) out.push_back(lang::name_key(lang::NameKind::initials, spelling.initials));
    }
    return out;
}

std::string_view first_character(std::string_view utf8)
{
    std::size_t length = utf8.empty() ? 0 : 1;
    while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0) == 0x80) ++length;
    return utf8.substr(0, length);
}

}  // namespace

std::vector<ProductId> pinned_by(const std::vector<community::PublicNote>& notes)
{
    std::vector<ProductId> out;
    for (const auto& note : notes) out.insert(out.end(), note.products.begin(), note.products.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void enter(lang::Index& index, const std::vector<community::PublicNote>& notes, const std::vector<catalog::ProductCard>& pinned)
{
    std::vector<const catalog::ProductCard*> products;
    for (const auto& product : pinned) products.push_back(&product);
    std::sort(products.begin(), products.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    for (const auto& note : notes) {
        lang::Document document{note.id.value, note.title, {}, {}, note.text};
        for (const std::string& topic : note.topics) {
            document.topics.push_back(topic);
            document.names.push_back(lang::name_key(lang::NameKind::topic, index.segmenter().normaliser().plain(topic)));
        }
        for (const ProductId id : note.products) {
            const auto found = std::lower_bound(products.begin(), products.end(), id, [](const auto* p, ProductId i) { return p->id < i; });
            if (found != products.end() && (*found)->id == id) document.products.push_back((*found)->title);
        }
        index.add(document);
    }
}

void enter(lang::Index& index, const catalog::ListedProduct& product, const std::string& brand, const std::vector<std::string>& barcodes)
{
    lang::Document document{product.id.value, product.title, {product.category_name}, {product.shop_name}, {}};
    if (brand != product.shop_name) document.products.push_back(brand);
    for (const std::string& barcode : barcodes) document.names.push_back(lang::name_key(lang::NameKind::barcode, barcode));
    index.add(document);
}

void enter(lang::Index& index, const identity::PersonCard& person)
{
    lang::Document document{person.id.value, person.name, {person.handle, person.official}, {}, {}, typed_as(index.segmenter(), person.name)};
    for (const std::uint64_t name : typed_as(index.segmenter(), person.official)) document.names.push_back(name);
    index.add(document);
}

void enter(lang::Index& index, const catalog::ShopCard& shop, const std::string& brand)
{
    index.add({shop.id.value, shop.name, {brand}, {}, {}, typed_as(index.segmenter(), shop.name)});
}

std::int64_t topic_number(std::string_view normalised)
{
    const auto number = std::int64_t(lang::name_key(lang::NameKind::topic, normalised) & INT64_MAX);
    return number == 0 ? 1 : number;
}

// Who has typed no more than the first character of a word ("咖" of "咖啡") is offered it, too.
void enter_topic(lang::Index& index, std::string_view name)
{
    index.add({topic_number(index.segmenter().normaliser().plain(name)), name, {first_character(name)}, {}, {}, typed_as(index.segmenter(), name)});
}

}  // namespace meadow::discovery
