#include "modules/catalog/shops/model.hpp"

#include <algorithm>
#include <iterator>

#include "text/normalise.hpp"

namespace meadow::catalog {

bool may_move(ShopState from, ShopState to, Actor by)
{
    return std::any_of(std::begin(shop_moves), std::end(shop_moves),
                       [&](const ShopMove& m) { return m.from == from && m.to == to && m.by == by; });
}

std::string fold_name(std::string_view name)
{
    static const lang::Normaliser normaliser{""};
    std::string folded = normaliser.plain(name);
    std::erase(folded, ' ');
    return folded;
}

bool well_formed_licence(std::string_view code)
{
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // 31 characters: no I, O, S, V, Z
    if (code.size() != 18) return false;
    int sum = 0, weight = 1;
    for (std::size_t i = 0; i < 17; ++i) {
        const std::size_t value = alphabet.find(code[i]);
        if (value == std::string_view::npos) return false;
        sum += int(value) * weight;
        weight = weight * 3 % 31;
    }
    return alphabet[std::size_t((31 - sum % 31) % 31)] == code[17];
}

}  // namespace meadow::catalog
