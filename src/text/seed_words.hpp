// The text of src/text/seed_words.txt, put into the program by the build (cmake/embed_text.cmake).
#pragma once
#include <string_view>

namespace meadow::lang {

extern const std::string_view seed_words;

}  // namespace meadow::lang
