// What floor 0 promises for every value there is: shown on values nobody chose.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <numeric>

#include "base/ids.hpp"
#include "base/json.hpp"
#include "base/money.hpp"
#include "base/page.hpp"

namespace meadow {
namespace {

enum class Mood : std::uint8_t { calm, merry };
BOOST_DESCRIBE_ENUM(Mood, calm, merry)

struct Leaf {
    UserId user;
    Money price;
    std::optional<std::int64_t> maybe;
    bool operator==(const Leaf&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (user, price, maybe))

struct Tree {
    std::int64_t whole = 0;
    double real = 0;
    bool yes = false;
    std::string text;
    Instant at;
    Mood mood{};
    std::vector<Leaf> leaves;
    std::vector<std::string> words;
    bool operator==(const Tree&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (whole, real, yes, text, at, mood, leaves, words))

struct Bounded {
    Text<1, 5> text;
    Whole<-3, 3> whole;
    List<std::int64_t, 2> list;
};
BOOST_DESCRIBE_STRUCT(Bounded, (), (text, whole, list))

// Text as people write it: letters of every length in UTF-8, line feeds inside, nothing to trim at the ends.
rc::Gen<std::string> prose()
{
    const auto letter = rc::gen::element<std::string>("a", "Z", "0", "\"", "\\", "/", "~", "é", "草", "\xF0\x9F\x8C\xB1");
    const auto inner = rc::gen::weightedOneOf<std::string>({{9, letter}, {1, rc::gen::element<std::string>("\n", "\t", " ")}});
    return rc::gen::apply(
        [](const std::string& first, const std::vector<std::string>& middle, const std::string& last) {
            return std::accumulate(middle.begin(), middle.end(), first) + last;
        },
        letter, rc::gen::container<std::vector<std::string>>(inner), letter);
}

rc::Gen<std::int64_t> any_whole()
{
    return rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                          rc::gen::element(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), std::int64_t{0}));
}

rc::Gen<std::int64_t> any_id() { return rc::gen::suchThat(any_whole(), [](std::int64_t v) { return v > 0; }); }

RC_GTEST_PROP(Share, parts_sum_to_the_amount_and_none_is_a_unit_off_its_due, ())
{
    const Money amount{*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000)};
    const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1'000'000'000)));
    const auto parts = share(amount, weights);
    RC_ASSERT(parts.size() == weights.size());
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Money{}) == amount);
    const __int128 total = std::accumulate(weights.begin(), weights.end(), __int128{0});
    if (total == 0) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const __int128 off = static_cast<__int128>(parts[i].minor) * total - static_cast<__int128>(amount.minor) * weights[i];
        RC_ASSERT(off < total && off > -total);
        if (weights[i] == 0) RC_ASSERT(parts[i] == Money{});
    }
}

RC_GTEST_PROP(Share, does_not_overflow_on_the_largest_amounts, ())
{
    const Money amount{*any_whole()};
    const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::map(any_whole(), [](std::int64_t v) { return v < 0 ? -(v + 1) : v; })));
    __int128 sum = 0;
    for (const Money part : share(amount, weights)) sum += part.minor;
    RC_ASSERT(sum == amount.minor);
}

RC_GTEST_PROP(Rate, a_share_and_what_it_leaves_are_the_whole, ())
{
    const Money amount{*any_whole()};
    const Rate rate{*rc::gen::inRange<std::int64_t>(0, 10001)};
    const Money part = share(amount, rate);
    const __int128 exact = static_cast<__int128>(amount.minor) * rate.per_10k;
    const __int128 off = static_cast<__int128>(part.minor) * 10000 - exact;
    RC_ASSERT(off <= 5000 && off >= -5000);
    RC_ASSERT((part + (amount - part)) == amount);
}

RC_GTEST_PROP(Ids, text_reads_back_and_sorts_like_the_number, ())
{
    const auto a = *any_id();
    const auto b = *any_id();
    RC_ASSERT(parse_id("ord", id_text("ord", a)) == a);
    RC_ASSERT((a < b) == (id_text("ord", a) < id_text("ord", b)));
    RC_ASSERT(!parse_id("shp", id_text("ord", a)));
}

RC_GTEST_PROP(Ids, no_other_text_is_an_id, ())
{
    auto text = id_text("ord", *any_id());
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    if (const auto value = parse_id("ord", text)) {
        RC_ASSERT(*value > 0);
        RC_ASSERT(parse_id("ord", id_text("ord", *value)) == *value);
    }
    RC_ASSERT(!parse_id("ord", text + "0"));
    RC_ASSERT(!parse_id("ord", std::string_view(text).substr(0, text.size() - 1)));
}

RC_GTEST_PROP(Ids, of_a_later_millisecond_are_larger, ())
{
    const auto ms = *rc::gen::inRange<std::int64_t>(id_epoch_ms, id_epoch_ms + (std::int64_t{1} << 40));
    const auto node = *rc::gen::inRange<unsigned>(0, 64);
    const auto sequence = *rc::gen::inRange<unsigned>(0, 65536);
    RC_ASSERT(compose_id(ms, node, sequence) < compose_id(ms + 1, node, 0));
    RC_ASSERT(compose_id(ms, node, sequence) >= 0);
}

RC_GTEST_PROP(Cursors, read_back, ())
{
    const Cursor cursor{*any_whole(), *any_whole()};
    const auto back = parse_cursor(cursor_text(cursor));
    RC_ASSERT(bool(back));
    RC_ASSERT(back->first == cursor.first && back->second == cursor.second);
}

RC_GTEST_PROP(Cursors, of_nonsense_are_nothing, (const std::string& text))
{
    const auto cursor = parse_cursor(text);
    if (!cursor || text.empty()) return;
    const auto again = parse_cursor(cursor_text(*cursor));
    RC_ASSERT(again->first == cursor->first && again->second == cursor->second);
}

RC_GTEST_PROP(Json, reads_back_what_it_wrote, ())
{
    Tree tree;
    tree.whole = *any_whole();
    tree.real = *rc::gen::arbitrary<double>();
    tree.yes = *rc::gen::arbitrary<bool>();
    tree.text = *prose();
    tree.at = Instant{*rc::gen::inRange<std::int64_t>(1, 4'000'000'000'000'000)};
    tree.mood = *rc::gen::element(Mood::calm, Mood::merry);
    tree.words = *rc::gen::container<std::vector<std::string>>(prose());
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        tree.leaves.push_back({UserId{*any_id()}, Money{*any_whole()}, *rc::gen::maybe(any_whole()) ? std::optional{*any_whole()} : std::nullopt});
    const std::string json = to_json(tree);
    const auto back = from_json<Tree>(json);
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == tree);
}

RC_GTEST_PROP(Json, any_bytes_are_read_or_refused, (const std::string& bytes))
{
    Bounded value;
    const auto faults = read_json(bytes, describe<Bounded>(), &value);
    if (faults.empty()) RC_ASSERT(from_json<Bounded>(to_json(value)).ok());
}

RC_GTEST_PROP(BoundedText, what_is_taken_is_tidy_and_within_its_bounds, ())
{
    auto text = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(), prose(), rc::gen::map(prose(), [](std::string s) { return " \r\n" + s + "\r\n\t"; }));
    if (!tidy_text(text, 1, 5).empty()) return;
    std::size_t points = 0;
    for (const char c : text) {
        points += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
    }
    RC_ASSERT(points >= 1u && points <= 5u);
    RC_ASSERT(text.find_first_of(" \t\n") != 0u);
    auto again = text;
    RC_ASSERT(tidy_text(again, 1, 5).empty());
    RC_ASSERT(again == text);
}

RC_GTEST_PROP(BoundedText, prose_within_its_bounds_is_taken_as_it_is, ())
{
    const auto text = *prose();
    auto tidied = text;
    RC_ASSERT(tidy_text(tidied, 1, 1'000'000).empty());
    RC_ASSERT(tidied == text);
}

}  // namespace
}  // namespace meadow
