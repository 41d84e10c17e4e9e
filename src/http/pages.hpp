// The pages the server writes about itself: the API for readers (/docs), the list of refusals (/problems and docs/problems.md), and
// a plain front page for when no web app is built. HTML and one style sheet; only the page to choose a password has a script.
#pragma once
#include <deque>
#include <string>
#include <string_view>

#include "http/route.hpp"

namespace meadow::http {

extern const std::string_view page_style;                  // /docs/style.css
std::string api_page(const std::deque<Route>&);
std::string problems_page();
std::string plain_front_page();
// Where a one-time link leads: /reset-password#TOKEN. What stands behind '#' stays in the browser.
std::string reset_password_page();
extern const std::string_view reset_password_script;       // /reset-password.js
std::string problems_markdown();

}  // namespace meadow::http
