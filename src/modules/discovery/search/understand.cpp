#include "modules/discovery/search/understand.hpp"

#include <algorithm>

#include "text/pinyin.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t most_joined = 4;      // words that one synonym stands for
constexpr std::size_t guesses = 3;
constexpr float as_pinyin = 0.9f, as_name = 0.9f, as_initials = 0.6f, as_slip = 0.8f;

bool is_latin(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '\''; });
}

std::string joined(const lang::Query& query, std::size_t first, std::size_t last)
{
    std::string out;
    for (std::size_t w = first; w <= last; ++w) out += query.wishes[w].text;
    return out;
}

std::string together(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (c != ' ') out += c;
    return out;
}

// Makes one wish of those that lie in a part of the text; nothing when there are none.
std::optional<std::size_t> one_wish(lang::Query& query, const lang::Span& part)
{
    const auto inside = [&](const auto& wish) { return wish.where.begin >= part.begin && wish.where.end <= part.end; };
    const auto first = std::find_if(query.wishes.begin(), query.wishes.end(), inside);
    if (first == query.wishes.end()) return {};
    const auto end = std::find_if_not(first, query.wishes.end(), inside);
    const auto place = std::size_t(first - query.wishes.begin());
    query.join(place, std::size_t(end - query.wishes.begin()) - 1);
    return place;
}

// The longest run of words that is a synonym becomes one wish, with the other ways to say it.
void add_synonyms(lang::Query& query, const lang::Segmenter& segmenter, const Words& words)
{
    if (words.synonyms.empty()) return;
    for (std::size_t first = 0; first < query.words.size(); ++first) {
        for (std::size_t last = std::min(first + most_joined, query.words.size()); last-- > first;) {
            const lang::Span part{query.words[first].begin, query.words[last].end};
            if (part.size() > words.longest_synonym + most_joined) continue;
            const auto* sayings = words.sayings_of(together(part.of(query.text)));
            if (sayings == nullptr) continue;
            if (const auto wish = one_wish(query, part))
                for (const Saying& saying : *sayings) query.also(*wish, segmenter, saying.words, saying.worth);
            first = last;
            break;
        }
    }
}

// Letters typed for Chinese, one word of them or several in a row.
void add_readings(lang::Query& query, const lang::Segmenter& segmenter, const Words& words)
{
    for (std::size_t first = 0; first < query.wishes.size(); ++first) {
        for (std::size_t last = std::min(first + most_joined, query.wishes.size()); last-- > first;) {
            const std::string typed = joined(query, first, last);
            if (!is_latin(typed)) continue;
            auto found = words.lexicon->read_as(typed, guesses);
            if (words.lexicon->weight_of(typed) > 0) std::erase_if(found, [](const auto& guess) { return guess.likeness < 1; });
            if (found.empty() || (last > first && found.front().likeness < 1)) continue;
            if (last > first) query.join(first, last);
            for (const lang::Guess& guess : found) query.also(first, segmenter, guess.word, as_pinyin * guess.likeness);
            break;
        }
    }
}

void add_names(lang::Query& query)
{
    if (query.wishes.empty()) return;
    const std::string all = joined(query, 0, query.wishes.size() - 1);
    if (!is_latin(all)) return;
    if (query.wishes.size() > 1) query.join(0, query.wishes.size() - 1);
    const std::string typed = lang::as_typed(all);
    if (typed.size() < 2) return;
    query.also(0, lang::NameKind::pinyin, typed, as_name);
    query.also(0, lang::NameKind::initials, typed, as_initials);
}

bool anybody_writes(const lang::Query& query, std::size_t wish, const lang::Snapshot& snapshot)
{
    lang::Query alone;
    alone.keys = query.keys;
    alone.wishes = {query.wishes[wish]};
    return !snapshot.search(alone, {.limit = 1, .every_wish = true, .newest = true}).empty();
}

}  // namespace

bool is_barcode(std::string_view text)
{
    return text.size() >= 8 && text.size() <= 14 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

lang::Query understand(const lang::Segmenter& segmenter, const Words& words, std::string_view text, bool names)
{
    lang::Query query = lang::Query::of(segmenter, text);
    add_synonyms(query, segmenter, words);
    if (names) add_names(query);
    add_readings(query, segmenter, words);
    for (std::size_t w = 0; w < query.wishes.size(); ++w) {
        const std::string typed = query.wishes[w].text;
        if (is_barcode(typed)) query.also(w, lang::NameKind::barcode, typed, 1);
    }
    return query;
}

std::optional<std::string> correct(lang::Query& query, const lang::Segmenter& segmenter, const Words& words, const lang::Snapshot& snapshot)
{
    if (const auto whole = words.lexicon->near(together(query.text), guesses); !whole.empty() && !query.wishes.empty()) {
        query.join(0, query.wishes.size() - 1);
        for (const lang::Guess& guess : whole) query.also(0, segmenter, guess.word, as_slip * guess.likeness);
        return whole.front().word;
    }
    std::string text;
    bool changed = false;
    for (std::size_t w = 0; w < query.wishes.size(); ++w) {
        if (!text.empty()) text += ' ';
        const std::string typed = query.wishes[w].text;
        std::vector<lang::Guess> found;
        if (!anybody_writes(query, w, snapshot)) found = words.lexicon->near(typed, guesses);
        for (const lang::Guess& guess : found) query.also(w, segmenter, guess.word, as_slip * guess.likeness);
        changed = changed || !found.empty();
        text += found.empty() ? typed : found.front().word;
    }
    return changed ? std::optional(text) : std::nullopt;
}

}  // namespace meadow::discovery
