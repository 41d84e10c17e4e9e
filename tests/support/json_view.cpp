#include "support/json_view.hpp"

#include <simdjson.h>

#include <stdexcept>

namespace meadow::testing {
namespace {

template <class Use>
auto look(const std::string& text, std::string_view pointer, Use use)
{
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    const auto error = parser.parse(text).at_pointer(pointer).get(element);
    if (error) throw std::runtime_error("nothing at " + std::string(pointer) + " of " + text);
    return use(element);
}

}  // namespace

std::string JsonView::text(std::string_view pointer) const
{
    return look(text_, pointer, [](simdjson::dom::element e) {
        return e.is_string() ? std::string(std::string_view(e)) : std::string(simdjson::to_string(e));
    });
}

std::int64_t JsonView::number(std::string_view pointer) const
{
    return look(text_, pointer, [](simdjson::dom::element e) { return std::int64_t(e); });
}

bool JsonView::truth(std::string_view pointer) const
{
    return look(text_, pointer, [](simdjson::dom::element e) { return bool(e); });
}

bool JsonView::has(std::string_view pointer) const
{
    simdjson::dom::parser parser;
    return !parser.parse(text_).at_pointer(pointer).error();
}

std::size_t JsonView::count(std::string_view pointer) const
{
    return look(text_, pointer, [](simdjson::dom::element e) { return simdjson::dom::array(e).size(); });
}

}  // namespace meadow::testing
