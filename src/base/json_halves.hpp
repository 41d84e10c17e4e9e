// A page of two halves: what lasts is rendered once and kept, what moves is rendered for each reader. The last members of a `Whole` are
// the members of its `Moving`, in that order.
#pragma once
#include <cassert>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace meadow {

// The JSON of `whole` up to where its moving members begin, which must still be as they were made.
template <class Whole, class Moving>
std::string first_half(const Whole& whole)
{
    static const std::string unmoved = "," + to_json(Moving{}).substr(1);
    std::string json = to_json(whole);
    assert(json.ends_with(unmoved));
    json.resize(json.size() - unmoved.size());
    return json;
}

template <class Whole, class Moving>
Rendered<Whole> joined(std::string_view first_half, const Moving& moving)
{
    Rendered<Whole> out;
    out.text.reserve(first_half.size() + 512);
    out.text = first_half;
    const std::size_t brace = out.text.size();
    write_json(describe<Moving>(), &moving, out.text);
    out.text[brace] = ',';
    return out;
}

}  // namespace meadow
