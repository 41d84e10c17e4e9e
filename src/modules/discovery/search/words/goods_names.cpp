#include "modules/discovery/search/words/goods_names.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace meadow::discovery {
namespace {

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool ends_sentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U';' || c == U'。' || c == U'#'; }

}  // namespace

void GoodsNames::enter(Names& names, const WordGroup& words, std::uint32_t group)
{
    for (const std::string& word : words) {
        auto& same_start = names[lang::decode(word, 0).value];
        const auto place = std::find_if(same_start.begin(), same_start.end(), [&](const Name& n) { return n.text.size() < word.size(); });
        same_start.insert(place, {word, group});
    }
}

GoodsNames::GoodsNames(const lang::Normaliser& normaliser, const std::vector<WordGroup>& more_brands)
{
    for (const WordGroup& kind : seed_groups(normaliser, "kinds")) {
        enter(kind_names_, kind, std::uint32_t(kinds_.size()));
        kinds_.push_back(kind.front());
    }
    auto brands = seed_groups(normaliser, "brands");
    brands.insert(brands.end(), more_brands.begin(), more_brands.end());
    for (const WordGroup& brand : brands) {
        const auto known = std::find_if(brand.begin(), brand.end(), [&](const std::string& name) { return known_brands_.count(name) != 0; });
        const auto group = known == brand.end() ? std::uint32_t(brands_.size()) : known_brands_.at(*known);
        if (known == brand.end()) brands_.push_back(brand.front());
        for (const std::string& name : brand)
            if (known_brands_.emplace(name, group).second) enter(brand_names_, {name}, group);
    }
}

const GoodsNames::Name* GoodsNames::longest_at(const Names& names, std::string_view text, std::size_t at)
{
    const auto same_start = names.find(lang::decode(text, at).value);
    if (same_start == names.end() || (is_latin(text[at]) && at > 0 && is_latin(text[at - 1]))) return nullptr;
    for (const Name& name : same_start->second) {
        if (text.substr(at, name.text.size()) != name.text) continue;
        const std::size_t after = at + name.text.size();
        if (!is_latin(name.text.back()) || after >= text.size() || !is_latin(text[after])) return &name;
    }
    return nullptr;
}

std::vector<std::string> GoodsNames::things_in(std::string_view plain) const
{
    std::vector<std::string> out;
    const Name* brand = nullptr;
    std::size_t since = 0;   // characters after the brand
    for (std::size_t at = 0; at < plain.size() && out.size() < most_names;) {
        if (const Name* next = longest_at(brand_names_, plain, at)) {
            brand = next;
            since = 0;
            at += next->text.size();
            continue;
        }
        if (const Name* kind = brand == nullptr ? nullptr : longest_at(kind_names_, plain, at)) {
            std::string thing = brands_[brand->group] + ' ' + kinds_[kind->group];
            if (std::find(out.begin(), out.end(), thing) == out.end()) out.push_back(std::move(thing));
            at += kind->text.size();
            brand = nullptr;
            continue;
        }
        const lang::CodePoint c = lang::decode(plain, at);
        if (ends_sentence(c.value) || ++since > reach) brand = nullptr;
        at += c.bytes;
    }
    return out;
}

std::optional<std::string> GoodsNames::brand_in(std::string_view plain) const
{
    for (std::size_t at = 0; at < plain.size(); at += lang::decode(plain, at).bytes)
        if (const Name* brand = longest_at(brand_names_, plain, at)) return brands_[brand->group];
    return {};
}

}  // namespace meadow::discovery
