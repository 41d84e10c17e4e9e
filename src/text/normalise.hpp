// One form for everything that should be found as the same: "ＬＡＮＣÔＭＥ　粉底液", "lancome 粉底液" and "Lancôme 粉底液" are one
// text.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace meadow::lang {

// A normalised text that remembers where each of its bytes came from.
struct Normalised {
    std::string text;
    std::vector<std::uint32_t> from;  // text.size() + 1 entries: byte of `text` → first byte of its code point in the original
    std::vector<std::uint32_t> to;    // the same size: byte of `text` → end of that code point in the original

    // The bytes of the original that a span of `text` was made from. Always on code point boundaries of the original when
    // the given span is on those of `text`.
    Span original(Span span) const;
};

// A code point of a normalised text, and the bytes of the original it was made from.
struct PlacedPoint {
    char32_t value;
    std::uint32_t begin, end;
};

// Rules, in this order, code point by code point:
//   full-width and other compatibility forms → ordinary ones (NFKC);  case folding (Unicode, by utf8proc);
//   accents of Latin letters are dropped;  traditional → simplified (OpenCC t2s, by character: a search that treats both sides
//   alike needs no phrases);  invisible characters (joiners, variation selectors) vanish;
//   runs of white space and control characters → one space, none at the ends;  malformed bytes → U+FFFD.
// Normalising twice changes nothing more. Immutable and safe to share between threads; 300 KB, made once.
class Normaliser {
public:
    // `opencc_config`: a name in OpenCC's data folder or a path. When it cannot be loaded, traditional characters stay as they
    // are and simplifies() is false; everything else works. An empty name asks for that.
    explicit Normaliser(const std::string& opencc_config = "t2s.json");

    bool simplifies() const { return simplifies_; }

    std::string plain(std::string_view text) const;
    Normalised mapped(std::string_view text) const;  // text of less than 4 GiB
    std::vector<PlacedPoint> placed(std::string_view text) const;   // the same by code points, several times as fast

private:
    template <class Emit>
    void walk(std::string_view text, Emit&& emit) const;

    struct Table;
    std::shared_ptr<const Table> table_;
    bool simplifies_ = false;
};

}  // namespace meadow::lang
