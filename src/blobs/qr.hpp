// QR codes for share posters and for picking up orders.
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace meadow::blobs {

inline constexpr std::size_t longest_qr = 1000;  // bytes; beyond this cameras struggle

// An SVG drawing of numbers alone: nothing of `text` appears in it as text, so it can be put into any page. One unit a module, with
// the quiet zone of four that ISO/IEC 18004 asks for; error correction M (15 %). Refuses too_much_text; empty text too.
Result<std::string> qr_svg(std::string_view text);

}  // namespace meadow::blobs
