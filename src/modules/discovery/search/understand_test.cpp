#include "modules/discovery/search/understand.hpp"

#include <gtest/gtest.h>

#include "modules/discovery/search/freshness.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/words/vocabulary.hpp"

namespace meadow::discovery {
namespace {

const lang::Segmenter& segmenter()
{
    static const lang::Segmenter one = lang::Segmenter::built_in();
    return one;
}

struct Shelf {
    Book book{segmenter()};
    Wordbook words;
    Readings readings;

    explicit Shelf(const std::vector<std::string>& titles)
    {
        Vocabulary vocabulary(segmenter());
        book.write([&](lang::Index& index) {
            for (std::size_t i = 0; i < titles.size(); ++i) index.add({std::int64_t(i) + 1, titles[i], {}, {}, ""});
        });
        for (const std::string& title : titles) vocabulary.title(title);
        vocabulary.written(*book.snapshot());
        words.learned(words_of(vocabulary.lexicon(), built_in_synonyms(segmenter().normaliser()), {}));
    }

    Hits page(std::string_view text, const std::optional<std::string>& cursor = {}, std::int64_t limit = 10)
    {
        return *find_hits(book, words, readings, {.text = text, .cursor = cursor, .limit = limit, .now = Instant{}, .by_time = false});
    }
};

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST(Understand, adds_synonyms_of_one_word_or_several)
{
    Shelf shelf({"雅诗兰黛小棕瓶", "ESTEE LAUDER 眼霜", "兰芝面膜"});
    EXPECT_EQ(shelf.page("雅诗兰黛").ids, (Ids{1, 2}));
    EXPECT_EQ(shelf.page("estee lauder").ids, (Ids{2, 1}));
    EXPECT_EQ(shelf.page("Estee Lauder 眼霜").ids.front(), 2);
}

TEST(Understand, what_lacks_words_comes_after_what_has_all)
{
    Shelf shelf({"口红", "哑光口红", "哑光 面霜", "面膜"});
    const Hits hits = shelf.page("哑光口红");
    EXPECT_EQ(hits.ids.front(), 2);
    ASSERT_TRUE(hits.relaxed_from);
    EXPECT_EQ(*hits.relaxed_from, 1);
    EXPECT_EQ(hits.ids.size(), 3u);
    EXPECT_FALSE(shelf.page("口红").relaxed_from && *shelf.page("口红").relaxed_from == 0);
}

TEST(Understand, pages_never_repeat_although_the_ranking_moves)
{
    Shelf shelf({"口红", "口红 口红", "口红 口红 口红", "口红", "口红 口红"});
    std::vector<std::int64_t> seen;
    std::optional<std::string> cursor;
    for (int page = 0; page < 3; ++page) {
        const Hits hits = shelf.page("口红", cursor, 2);
        seen.insert(seen.end(), hits.ids.begin(), hits.ids.end());
        cursor = hits.next;
        shelf.book.write([&](lang::Index& index) { index.add({page + 1, "口红 面膜 香水 沙发 耳机", {}, {}, ""}); });
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(seen, (Ids{1, 2, 3, 4, 5}));
    EXPECT_FALSE(cursor);
}

TEST(Understand, a_reading_nobody_remembers_goes_on_by_counting)
{
    Shelf shelf({"口红", "口红", "口红", "口红"});
    const Hits first = shelf.page("口红", {}, 2);
    Shelf other({"口红", "口红", "口红", "口红"});
    const Hits second = other.page("口红", first.next, 2);
    EXPECT_EQ(second.ids, (Ids{2, 1}));
    EXPECT_FALSE(second.next);
}

TEST(Understand, matches_drop_the_rarest_word_until_something_is_left)
{
    Shelf shelf({"口红", "哑光口红", "面膜"});
    const Matches matches = find_matches(shelf.book, shelf.words, "口红 拖拉机");
    EXPECT_TRUE(matches.relaxed);
    EXPECT_EQ(matches.ids.size(), 2u);
    EXPECT_TRUE(find_matches(shelf.book, shelf.words, "拖拉机").ids.empty());
}

TEST(Readings, forget_the_oldest_when_there_are_too_many)
{
    Readings readings;
    const std::int64_t first = readings.keep(std::vector<std::int64_t>(Readings::most_ids / 2 + 1, 7), 1);
    EXPECT_TRUE(readings.find(first));
    const std::int64_t second = readings.keep(std::vector<std::int64_t>(Readings::most_ids / 2 + 1, 8), 1);
    EXPECT_FALSE(readings.find(first));
    EXPECT_TRUE(readings.find(second));
    EXPECT_NE(first, second);
}

TEST(Freshness, depends_on_what_is_asked)
{
    EXPECT_EQ(freshness_of("新品口红"), Freshness::timely);
    EXPECT_EQ(freshness_of("眼线怎么画"), Freshness::guide);
    EXPECT_EQ(freshness_of("口红"), Freshness::usual);
}

}  // namespace meadow::discovery
