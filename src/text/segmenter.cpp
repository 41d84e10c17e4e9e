#include "text/segmenter.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>

namespace meadow::lang {
namespace {

// One normalised text as code points, each with its first byte.
struct Points {
    std::u32string values;
    std::vector<std::uint32_t> bytes;  // one more than values
    std::vector<Script> scripts;

    explicit Points(std::string_view text)
    {
        values.reserve(text.size());
        bytes.reserve(text.size() + 1);
        scripts.reserve(text.size());
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint next = decode(text, at);
            values += next.value;
            bytes.push_back(static_cast<std::uint32_t>(at));
            scripts.push_back(script_of(next.value));
            at += next.bytes;
        }
        bytes.push_back(static_cast<std::uint32_t>(text.size()));
    }

    std::size_t size() const { return values.size(); }
    bool is_latin(std::size_t i) const { return i < size() && (scripts[i] == Script::letter || scripts[i] == Script::digit); }
    Span span(std::size_t begin, std::size_t end) const { return {bytes[begin], bytes[end]}; }
};

constexpr std::size_t longest_latin = 64;  // code points; a longer run is noise and is cut there

bool is_joiner(char32_t c) { return c == '-' || c == '\'' || c == '&' || c == 0x2019; }

class Cutter {
public:
    Cutter(const Points& points, const Dictionary& dictionary, Segmented& out, bool words_only)
        : points_(points), dictionary_(dictionary), out_(out), words_only_(words_only)
    {
    }

    void run()
    {
        for (std::size_t at = 0; at < points_.size();) {
            if (points_.scripts[at] == Script::han) {
                std::size_t end = at;
                while (end < points_.size() && points_.scripts[end] == Script::han) ++end;
                chinese(at, end);
                at = end;
            } else if (points_.is_latin(at)) {
                at = latin(at);
            } else {
                ++at;
            }
        }
    }

private:
    void emit(std::size_t begin, std::size_t end, TermKind kind)
    {
        out_.terms.push_back({points_.span(begin, end), position_, kind});
    }

    // best_[i] is the cheapest way to cut everything from `begin + i` on, step_[i] the length of its first word.
    void chinese(std::size_t begin, std::size_t end)
    {
        const std::size_t size = end - begin;
        best_.assign(size + 1, 0);
        step_.assign(size + 1, 1);
        const std::u32string_view run = std::u32string_view(points_.values).substr(begin, size);
        for (std::size_t i = size; i-- > 0;) {
            best_[i] = dictionary_.unknown_cost() + best_[i + 1];
            dictionary_.each_prefix(run.substr(i), [&](std::size_t length, float cost) {
                if (cost + best_[i + length] < best_[i]) {
                    best_[i] = cost + best_[i + length];
                    step_[i] = static_cast<std::uint8_t>(length);
                }
            });
        }
        for (std::size_t i = 0; i < size; i += step_[i], ++position_) {
            const std::size_t word = begin + i, word_end = word + step_[i];
            emit(word, word_end, TermKind::word);
            if (words_only_) continue;
            // The bigrams that start in this word; the last one reaches into the next word.
            for (std::size_t b = word; b < word_end && b + 2 <= end; ++b) {
                if (b != word || word_end - word != 2) emit(b, b + 2, TermKind::bigram);
            }
        }
    }

    // Letters and digits stay together, with points between digits ("1.5l"). Runs joined by a hyphen, an apostrophe or an
    // ampersand are words of their own and one part together ("sk-ii", "l'oreal").
    std::size_t latin(std::size_t begin)
    {
        std::size_t at = begin;
        for (;;) {
            const std::size_t end = latin_end(at);
            emit(at, end, TermKind::word);
            if (!words_only_) parts(at, end);
            const bool goes_on = end + 1 < points_.size() && is_joiner(points_.values[end]) && points_.is_latin(end + 1) &&
                                 end + 1 - begin < longest_latin;
            if (!goes_on) {
                if (at != begin && !words_only_) emit(begin, end, TermKind::part);
                ++position_;
                return end;
            }
            ++position_;
            at = end + 1;
        }
    }

    std::size_t latin_end(std::size_t at) const
    {
        const std::size_t limit = std::min(points_.size(), at + longest_latin);
        while (at < limit) {
            const bool inner_point = points_.values[at] == '.' && at + 1 < limit && points_.scripts[at - 1] == Script::digit &&
                                     points_.scripts[at + 1] == Script::digit;
            if (!points_.is_latin(at) && !inner_point) break;
            ++at;
        }
        return at;
    }

    // "iphone15" → "iphone", "15". Only a mixed run has parts, and at most four, so that serial numbers stay whole.
    void parts(std::size_t begin, std::size_t end)
    {
        std::array<Span, 4> pieces;
        std::size_t count = 0;
        for (std::size_t at = begin; at < end; ++count) {
            if (count == pieces.size()) return;
            std::size_t stop = at + 1;
            const Script script = points_.scripts[at];
            while (stop < end && (points_.scripts[stop] == Script::letter) == (script == Script::letter)) ++stop;
            pieces[count] = {at, stop};
            at = stop;
        }
        if (count < 2) return;
        for (std::size_t i = 0; i < count; ++i) {
            if (pieces[i].size() > 1) emit(pieces[i].begin, pieces[i].end, TermKind::part);
        }
    }

    const Points& points_;
    const Dictionary& dictionary_;
    Segmented& out_;
    const bool words_only_;
    std::uint32_t position_ = 0;
    std::vector<float> best_;
    std::vector<std::uint8_t> step_;
};

}  // namespace

std::uint64_t Segmented::key_of(const Term& term) const
{
    const std::string_view bytes = text_of(term);
    if (term.kind != TermKind::part || bytes.find_first_of("-'&\xE2") == std::string_view::npos)
        return XXH3_64bits(bytes.data(), bytes.size());
    std::string joined;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint next = decode(bytes, at);
        if (!is_joiner(next.value)) joined.append(bytes, at, next.bytes);
        at += next.bytes;
    }
    return XXH3_64bits(joined.data(), joined.size());
}

Segmenter::Segmenter(Normaliser normaliser, std::shared_ptr<const Dictionary> dictionary)
    : normaliser_(std::move(normaliser)), dictionary_(std::move(dictionary))
{
}

Segmenter Segmenter::built_in()
{
    Normaliser normaliser;
    auto dictionary = std::make_shared<const Dictionary>(Dictionary::built_in(normaliser));
    return Segmenter(std::move(normaliser), std::move(dictionary));
}

void Segmenter::cut(Segmented& out, bool words_only) const
{
    const Points points(out.text.text);
    out.terms.reserve(points.size() * (words_only ? 1 : 2));
    Cutter(points, *dictionary_, out, words_only).run();
}

std::vector<std::string> Segmenter::words(std::string_view text) const
{
    Segmented cut_text{{normaliser_.plain(text), {}, {}}, {}};
    cut(cut_text, true);
    std::vector<std::string> out;
    out.reserve(cut_text.terms.size());
    for (const Term& term : cut_text.terms) out.emplace_back(cut_text.text_of(term));
    return out;
}

Segmented Segmenter::terms(std::string_view text) const
{
    Segmented out{normaliser_.mapped(text), {}};
    cut(out, false);
    return out;
}

Segmented Segmenter::document_terms(std::string_view text) const
{
    Segmented out{{normaliser_.plain(text), {}, {}}, {}};
    cut(out, false);
    return out;
}

}  // namespace meadow::lang
