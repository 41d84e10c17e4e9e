#pragma once
#include <string>

#include "modules/identity/codes/letters.hpp"

namespace meadow::identity {

// The letter as RFC 5322 wants it: UTF-8 throughout (the subject by RFC 2047, the text in base64), lines ended by CRLF. Nothing in
// the letter can add a header.
std::string mail_text(const Letter&, std::string_view from, Instant at);

}  // namespace meadow::identity
