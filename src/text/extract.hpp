// #topics and @names inside what people write.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace meadow::lang {

enum class TagKind : std::uint8_t { topic, mention };

struct Tag {
    TagKind kind;
    Span where;  // with its signs: "#口红#", "@lin"; on code point boundaries
    Span name;   // without them: "口红", "lin"
};

// In the order of the text, not overlapping, at most `most_tags`. ＃ and ＠ count as # and @.
//
// A name is a run of letters and digits of any script, '_' and '·'.
//   closed topic  #name#  1…30 code points up to the next # on the line; may hold anything else but # and @, even spaces and
//                 emoji, but neither begins nor ends with white space ("#a #b" is two open topics).
//   open topic    #name   1…30 code points of a name that is not digits alone ("#1" is a rank); a longer run is a sentence
//                 without spaces, not a topic. Not straight after a Latin letter or digit ("C#").
//   No topic of either form begins straight after '/' or '&' ("x.com/#a", "&#39;").
//   mention       @name   1…24 code points of a name in which '-' and '.' may stand between others. Not after a Latin letter,
//                 a digit or one of . _ % + - @ (that is an e-mail address). In Chinese without spaces the run may reach
//                 past the name: who resolves it tries the whole run, then its beginnings.
inline constexpr std::size_t longest_topic = 30, longest_mention = 24, most_tags = 40;
std::vector<Tag> extract_tags(std::string_view text);

}  // namespace meadow::lang
