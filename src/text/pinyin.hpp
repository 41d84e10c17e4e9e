// How Chinese is read, as it is typed: without tones, ü as u ("lv" and "lu" are both 绿). Characters are read one by one, so of those
// with several readings the commonest counts, and a second one for the few that matter in names and goods.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace meadow::lang {

// "hong" of 红; empty when the character has no reading.
std::string_view reading_of(char32_t c);

struct Spelling {
    std::string full;       // "kouhong"
    std::string initials;   // "kh"
};

// Every way to type a normalised text: Chinese by its readings, Latin letters and digits as they are, all else left out. At most four
// (characters with two readings); none for a text without Chinese.
std::vector<Spelling> spellings_of(std::string_view normalised);

// What somebody typed, in the form of Spelling: letters and digits only, v as u.
std::string as_typed(std::string_view normalised);

}  // namespace meadow::lang
