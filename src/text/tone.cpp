#include "text/tone.hpp"

#include <algorithm>

#include "text/seed_tones.hpp"
#include "text/utf8.hpp"

namespace meadow::lang {
namespace {

constexpr int reach = 3;   // of a denial: characters, or English words

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\''; }
bool ends_clause(char32_t c) { return c == U',' || c == U'.' || c == U'!' || c == U'?' || c == U';' || c == U'\n' || c == U'。' || c == U'、' || c == U'…'; }

// A typographer's apostrophe is one as well.
std::string straight(std::string text)
{
    constexpr std::string_view curly = "\u2019";
    for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at)) text.replace(at, curly.size(), "'");
    return text;
}

}  // namespace

Tones::Tones(const Normaliser& normaliser) : Tones(normaliser, seed_tones) {}

Tones::Tones(const Normaliser& normaliser, std::string_view list) : normaliser_(normaliser)
{
    constexpr std::pair<std::string_view, Kind> kinds[] = {{"good", Kind::good}, {"bad", Kind::bad}, {"none", Kind::none},
                                                           {"not", Kind::deny},  {"but", Kind::but}, {"asks", Kind::asks}};
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        const std::string_view line = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == line.substr(0, space); });
        if (kind == std::end(kinds)) continue;
        for (std::size_t at = space + 1; at < line.size();) {
            const std::size_t bar = std::min(line.find('|', at), line.size());
            if (std::string word = normaliser_.plain(line.substr(at, bar - at)); !word.empty())
                words_[decode(word, 0).value].push_back({word, kind->second});
            at = bar + 1;
        }
    }
    for (auto& [first, words] : words_)
        std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
}

const Tones::Word* Tones::longest_at(std::string_view text, std::size_t at) const
{
    const auto words = words_.find(decode(text, at).value);
    if (words == words_.end() || (is_latin(text[at]) && at > 0 && is_latin(text[at - 1]))) return nullptr;
    for (const Word& word : words->second) {
        if (text.substr(at, word.text.size()) != word.text) continue;
        const std::size_t after = at + word.text.size();
        if (!is_latin(word.text.back()) || after >= text.size() || !is_latin(text[after])) return &word;
    }
    return nullptr;
}

Tone Tones::of(std::string_view original) const
{
    const std::string text = straight(normaliser_.plain(original));
    Tone tone, before;
    int since_denial = reach + 1;
    for (std::size_t at = 0; at < text.size();) {
        if (const Word* word = longest_at(text, at)) {
            at += word->text.size();
            const bool denied = since_denial <= reach;
            ++since_denial;
            switch (word->kind) {
                case Kind::good: ++(denied ? tone.bad : tone.good); since_denial = reach + 1; break;
                case Kind::bad: tone.bad += denied ? 0 : 1; since_denial = reach + 1; break;   // "not bad" is no praise
                case Kind::deny: since_denial = 0; break;
                case Kind::but:
                    if (tone.good + tone.bad > 0) before = tone;
                    tone.good = tone.bad = 0;
                    since_denial = reach + 1;
                    break;
                case Kind::asks: tone.asks = true; break;
                case Kind::none: break;
            }
            continue;
        }
        const CodePoint c = decode(text, at);
        const bool inside = is_latin(text[at]) && at + 1 < text.size() && is_latin(text[at + 1]);   // of an English word
        if (ends_clause(c.value)) since_denial = reach + 1;
        else if (c.value != U' ' && !inside) ++since_denial;
        at += c.bytes;
    }
    if (tone.good + tone.bad == 0) tone.good = before.good, tone.bad = before.bad;   // nothing came after the "but"
    return tone;
}

}  // namespace meadow::lang
