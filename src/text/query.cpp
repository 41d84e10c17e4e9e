#include "text/query.hpp"

#include <xxhash.h>

#include <algorithm>

namespace meadow::lang {
namespace {

float loudness_of(TermKind kind)
{
    switch (kind) {
        case TermKind::word: return 1.0f;
        case TermKind::part: return 0.7f;
        case TermKind::bigram: return 0.5f;
    }
    return 0;
}

bool inside(const Span& inner, const Span& outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

bool is_han(std::string_view text) { return !text.empty() && script_of(decode(text, 0).value) == Script::han; }

std::string without_joiners(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode(text, at);
        const Script script = script_of(next.value);
        if (script == Script::letter || script == Script::digit) out.append(text, at, next.bytes);
        at += next.bytes;
    }
    return out;
}

// A word of the query, or several that are one: joined by a hyphen, or single characters in a row.
struct Group {
    Span where;
    std::vector<const Term*> words, parts, bigrams;
    const Term* joined = nullptr;   // "sk-ii" of sk and ii

    std::string_view text(const Segmented& of) const { return where.of(of.text.text); }
};

std::vector<Group> groups_of(const Segmented& cut)
{
    std::vector<Group> groups;
    const auto single = [&](const Span& span) { return is_han(span.of(cut.text.text)) && length(span.of(cut.text.text)) == 1; };
    bool open = false;   // the last group is a run of single characters
    for (const Term& term : cut.terms) {
        if (term.kind != TermKind::word) continue;
        const bool one = single(term.where);
        if (one && open && groups.back().where.end == term.where.begin) {
            groups.back().where.end = term.where.end;
        } else {
            groups.push_back({term.where, {}, {}, {}, nullptr});
        }
        open = one;
    }
    for (const Term& term : cut.terms) {   // runs joined by a hyphen are one
        if (term.kind != TermKind::part) continue;
        const auto first = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return inside(g.where, term.where); });
        if (first == groups.end()) continue;
        const auto end = std::find_if(first, groups.end(), [&](const Group& g) { return !inside(g.where, term.where); });
        if (end - first == 1 && first->where == term.where) continue;
        first->where = term.where;
        first->joined = &term;
        groups.erase(first + 1, end);
    }
    for (const Term& term : cut.terms) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return inside(term.where, g.where); });
        if (group == groups.end() || &term == group->joined) continue;
        (term.kind == TermKind::word ? group->words : term.kind == TermKind::part ? group->parts : group->bigrams).push_back(&term);
    }
    return groups;
}

}  // namespace

std::uint64_t name_key(NameKind kind, std::string_view name) { return XXH3_64bits_withSeed(name.data(), name.size(), std::uint64_t(kind)); }

std::uint64_t word_key(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

Query::Keys Query::bit(std::uint64_t term, std::string_view said, float loudness)
{
    const auto known = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.term == term; });
    if (known == keys.end() && keys.size() == most_keys) return 0;
    if (known != keys.end()) {
        known->loudness = std::max(known->loudness, loudness);
        return Keys{1} << (known - keys.begin());
    }
    keys.push_back({term, std::string(said), loudness});
    return Keys{1} << (keys.size() - 1);
}

Query Query::of(const Segmenter& segmenter, std::string_view text)
{
    const Segmented cut = segmenter.document_terms(text);
    Query query;
    const auto bits = [&](const std::vector<const Term*>& terms, float least = 0) {
        Keys all = 0;
        for (const Term* term : terms) all |= query.bit(cut.key_of(*term), cut.text_of(*term), std::max(least, loudness_of(term->kind)));
        return all;
    };
    const std::vector<Group> groups = groups_of(cut);
    query.text = cut.text.text;
    for (const Term& term : cut.terms)
        if (term.kind == TermKind::word) query.words.push_back(term.where);
    for (const Group& group : groups) {
        const std::string_view said = group.text(cut);
        const auto same = [&](const Wish& wish) { return wish.text == said; };
        if (query.wishes.size() == most_wishes || std::any_of(query.wishes.begin(), query.wishes.end(), same)) continue;
        // Characters in a row that are no word: what they say together stands in the pairs, and each of them stands in too many documents.
        const bool unknown = group.words.size() > 1 && is_han(said) && !group.bigrams.empty();
        const Keys words = unknown ? 0 : bits(group.words), bigrams = bits(group.bigrams, unknown ? 1.0f : 0);
        const bool lone = group.words.size() == 1 && is_han(said) && length(said) == 1;
        if (lone && groups.size() > 1) {
            query.beside |= words;
            continue;
        }
        Wish wish{std::string(said), {}, group.where};
        if (const Keys needs = bigrams != 0 ? bigrams : words; needs != 0) wish.ways.push_back({needs, words | bigrams, 1});
        if (group.joined != nullptr) {
            if (const Keys joined = query.bit(cut.key_of(*group.joined), without_joiners(cut.text_of(*group.joined)), 1); joined != 0) wish.ways.push_back({joined, joined, 1});
        } else if (group.parts.size() > 1) {
            if (const Keys parts = bits(group.parts); parts != 0) wish.ways.push_back({parts, parts, 1});
        }
        if (!wish.ways.empty()) query.wishes.push_back(std::move(wish));
    }
    for (const Term& term : cut.terms) {   // bigrams from one word into the next
        const auto holds = [&](const Group& g) { return inside(term.where, g.where); };
        if (term.kind == TermKind::bigram && std::none_of(groups.begin(), groups.end(), holds))
            query.beside |= query.bit(cut.key_of(term), cut.text_of(term), loudness_of(term.kind));
    }
    return query;
}

void Query::also(std::size_t wish, const Segmenter& segmenter, std::string_view saying, float worth)
{
    const Query said = of(segmenter, saying);
    if (said.wishes.empty() || keys.size() + said.keys.size() > most_keys) return;
    Way way{0, 0, worth};
    const auto translated = [&](Keys theirs) {
        Keys own = 0;
        for (std::size_t k = 0; k < said.keys.size(); ++k)
            if (theirs >> k & 1) own |= bit(said.keys[k].term, said.keys[k].text, said.keys[k].loudness);
        return own;
    };
    for (const Wish& part : said.wishes) {
        way.needs |= translated(part.ways.front().needs);
        way.counts |= translated(part.ways.front().counts);
    }
    way.counts |= translated(said.beside);
    for (const Way& known : wishes[wish].ways)
        if (known.needs == way.needs) return;
    wishes[wish].ways.push_back(way);
}

void Query::also(std::size_t wish, NameKind kind, std::string_view name, float worth)
{
    if (const Keys key = bit(name_key(kind, name), {}, 1); key != 0) wishes[wish].ways.push_back({key, key, worth});
}

void Query::join(std::size_t first, std::size_t last)
{
    if (first == last) return;
    Wish& into = wishes[first];
    into.ways.resize(1);
    for (std::size_t w = first + 1; w <= last; ++w) {
        into.text += wishes[w].text;
        into.where.end = wishes[w].where.end;
        into.ways[0].needs |= wishes[w].ways[0].needs;
        into.ways[0].counts |= wishes[w].ways[0].counts;
    }
    wishes.erase(wishes.begin() + std::ptrdiff_t(first) + 1, wishes.begin() + std::ptrdiff_t(last) + 1);
}

Query Query::without(std::size_t wish) const
{
    Query out = *this;
    out.wishes.erase(out.wishes.begin() + std::ptrdiff_t(wish));
    return out;
}

Query::Keys Query::wished() const
{
    Keys all = 0;
    for (const Wish& wish : wishes)
        for (const Way& way : wish.ways) all |= way.counts;
    return all;
}

}  // namespace meadow::lang
