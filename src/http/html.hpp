// What every page the server writes itself needs of HTML.
#pragma once
#include <string>
#include <string_view>

namespace meadow::http {

constexpr std::string_view html_type = "text/html; charset=utf-8";

// Text for an element or a quoted attribute, in HTML and in XML.
std::string escaped(std::string_view text);

// The text in one line, at most `most` code points, an ellipsis where it was cut.
std::string excerpt(std::string_view text, std::size_t most);

}  // namespace meadow::http
