#include "text/query.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "text/index.hpp"

namespace meadow::lang {
namespace {

const Segmenter& segmenter()
{
    static const Segmenter one = Segmenter::built_in();
    return one;
}

using Ids = std::vector<std::int64_t>;

Ids every(const Index& index, const Query& query)
{
    Ids ids;
    for (const Hit& hit : index.snapshot()->search(query, {.limit = 100, .every_wish = true})) ids.push_back(hit.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

Ids every(const Index& index, std::string_view query) { return every(index, Query::of(segmenter(), query)); }

std::vector<std::string> wishes(std::string_view text)
{
    std::vector<std::string> out;
    for (const Query::Wish& wish : Query::of(segmenter(), text).wishes) out.push_back(wish.text);
    return out;
}

}  // namespace

TEST(Query, wishes_for_words_not_for_characters)
{
    EXPECT_EQ(wishes("口红 面膜 口红"), (std::vector<std::string>{"口红", "面膜"}));
    EXPECT_EQ(wishes("佰草集面膜"), (std::vector<std::string>{"佰草集", "面膜"}));
    EXPECT_EQ(wishes("SK-II 面膜"), (std::vector<std::string>{"sk-ii", "面膜"}));
    EXPECT_EQ(wishes("我的口红"), (std::vector<std::string>{"我的", "口红"}));
    EXPECT_EQ(wishes("的"), (std::vector<std::string>{"的"}));
    EXPECT_TRUE(wishes("！？").empty());
}

TEST(Query, is_bounded_whatever_is_typed)
{
    std::string many;
    for (char32_t c = 0x4E00; c < 0x4E00 + 500; ++c) append(many, c), many += c % 3 == 0 ? " " : "";
    const Query query = Query::of(segmenter(), many);
    EXPECT_LE(query.keys.size(), Query::most_keys);
    EXPECT_LE(query.wishes.size(), Query::most_wishes);
}

TEST(Query, every_wish_must_be_granted_however_the_document_was_cut)
{
    Index index(segmenter());
    index.add({1, "佰草集平衡保湿面膜", {}, {}, ""});
    index.add({2, "佰草园的集市", {}, {}, "面膜"});
    index.add({3, "SKII 面膜", {}, {}, ""});
    index.add({4, "sk-ii神仙水", {}, {}, "iphone15 手机"});
    index.publish();
    EXPECT_EQ(every(index, "佰草集面膜"), Ids{1});
    EXPECT_EQ(every(index, "佰草集"), Ids{1});
    EXPECT_EQ(every(index, "sk-ii"), (Ids{3, 4}));
    EXPECT_EQ(every(index, "skii"), (Ids{3, 4}));
    EXPECT_EQ(every(index, "iphone 15"), Ids{4});
    EXPECT_EQ(every(index, "iphone15"), Ids{4});
    EXPECT_EQ(every(index, "面膜"), (Ids{1, 2, 3}));
    EXPECT_TRUE(every(index, "面膜 口红").empty());
}

TEST(Query, another_way_to_say_it_grants_the_wish_but_counts_less_and_not_twice)
{
    Index index(segmenter());
    index.add({1, "哑光唇膏", {}, {}, ""});
    index.add({2, "哑光口红", {}, {}, ""});
    index.add({3, "哑光口红唇膏", {}, {}, ""});
    for (std::int64_t id = 10; id < 40; ++id) index.add({id, "面膜", {}, {}, ""});
    index.publish();
    Query query = Query::of(segmenter(), "口红");
    query.also(0, segmenter(), "唇膏", 0.8f);
    EXPECT_EQ(every(index, query), (Ids{1, 2, 3}));
    const auto hits = index.snapshot()->search(query, {.limit = 10});
    ASSERT_EQ(hits.size(), 3u);
    std::map<std::int64_t, float> scores;
    for (const Hit& hit : hits) scores[hit.id] = hit.score;
    EXPECT_GT(scores[2], scores[1]);
    EXPECT_LE(scores[3], scores[2]);
}

TEST(Query, names_are_found_whole_and_are_no_words)
{
    Index index(segmenter());
    index.add({1, "小艾", {}, {}, "", {name_key(NameKind::pinyin, "xiaoai")}});
    index.add({2, "xiaoai", {}, {}, ""});
    index.publish();
    EXPECT_EQ(every(index, "xiaoai"), Ids{2});
    Query query = Query::of(segmenter(), "xiaoai");
    query.also(0, NameKind::pinyin, "xiaoai", 0.9f);
    EXPECT_EQ(every(index, query), (Ids{1, 2}));
}

TEST(Query, what_fades_comes_later_and_nothing_is_lost)
{
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 1000; ++id) index.add({id, id % 2 == 0 ? "口红 口红" : "口红", {}, {}, ""});
    index.publish();
    const Query query = Query::of(segmenter(), "口红");
    const auto strict = index.snapshot()->search(query, {.limit = 1000});
    const auto faded = index.snapshot()->search(query, {.limit = 1000, .every_wish = true, .accept = {}, .fade = {1000, 100, 0.1f}});
    EXPECT_EQ(strict.size(), 1000u);
    EXPECT_EQ(faded.size(), 1000u);
    EXPECT_EQ(strict[499].id % 2, 0);
    EXPECT_GT(faded[0].id, 900);
    const auto top = index.snapshot()->search(query, {.limit = 10, .every_wish = false, .accept = {}, .fade = {1000, 100, 0.1f}});
    for (std::size_t i = 0; i < top.size(); ++i) EXPECT_EQ(top[i].id, faded[i].id);
}

// Walking through the rarest wish must give what asking every document gives.
TEST(Query, meeting_finds_exactly_the_documents_that_grant_every_wish)
{
    std::mt19937 dice(5);
    const char* words[] = {"口红", "面霜", "香水", "连衣裙", "牛仔裤", "蛋糕", "咖啡", "沙发", "耳机", "防晒霜"};
    Index index(segmenter());
    std::map<std::int64_t, std::vector<std::size_t>> holds;
    for (std::int64_t id = 1; id <= 2000; ++id) {
        std::string body;
        for (unsigned i = 0; i <= dice() % 8; ++i) {
            const std::size_t w = std::min(dice() % 10, dice() % 10);
            holds[id].push_back(w);
            body += std::string(words[w]) + " ";
        }
        index.add({id, "", {}, {}, body});
        if (id % 300 == 0) index.publish();
    }
    for (int i = 0; i < 300; ++i) {
        const std::int64_t id = 1 + static_cast<std::int64_t>(dice() % 2000);
        index.remove(id);
        holds.erase(id);
    }
    index.publish();
    for (int turn = 0; turn < 60; ++turn) {
        const std::size_t a = dice() % 10, b = dice() % 10, other = dice() % 10;
        Query query = Query::of(segmenter(), std::string(words[a]) + " " + words[b]);
        if (turn % 2 == 0) query.also(0, segmenter(), words[other], 0.8f);
        Ids expected;
        for (const auto& entry : holds) {
            const std::vector<std::size_t>& has = entry.second;
            const auto is = [&](std::size_t w) { return std::find(has.begin(), has.end(), w) != has.end(); };
            const bool first = is(a) || (turn % 2 == 0 && is(other));
            if (first && (a == b || is(b))) expected.push_back(entry.first);
        }
        Ids found;
        const auto hits = index.snapshot()->search(query, {.limit = 2000, .every_wish = true});
        for (const Hit& hit : hits) found.push_back(hit.id);
        const auto few = index.snapshot()->search(query, {.limit = 7, .every_wish = true});
        for (std::size_t i = 0; i < few.size(); ++i) EXPECT_NEAR(few[i].score, hits[i].score, 1e-4);
        std::sort(found.begin(), found.end());
        EXPECT_EQ(found, expected) << turn;
    }
}

// Blocks are passed over undecoded, lists left alone: the first page is that of scoring everything all the same.
TEST(Query, the_first_page_is_that_of_scoring_everything)
{
    std::mt19937 dice(23);
    const std::vector<std::string> words{"口红", "面霜", "香水", "连衣裙", "牛仔裤", "蛋糕", "咖啡", "沙发", "耳机", "防晒霜", "skii", "sk-ii",
                                         "佰草集", "茯苓", "的", "机", "小", "15"};
    const auto some = [&](unsigned most) {
        std::string text;
        for (unsigned n = 1 + dice() % most; n > 0; --n) text += words[std::min(dice() % words.size(), dice() % words.size())] + (dice() % 2 == 0 ? " " : "");
        return text;
    };
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 4000; ++id) {
        index.add({id, some(3), {}, {}, some(40)});
        if (id % 900 == 0) index.publish();
    }
    for (int i = 0; i < 500; ++i) index.remove(1 + static_cast<std::int64_t>(dice() % 4000));
    index.publish();
    const auto snapshot = index.snapshot();
    ASSERT_GT(snapshot->segments(), 3u);
    for (int turn = 0; turn < 500; ++turn) {
        Query query = Query::of(segmenter(), some(5));
        for (std::size_t w = 0; w < query.wishes.size(); ++w)
            if (dice() % 3 == 0) query.also(w, segmenter(), words[dice() % words.size()], 0.8f);
        for (const bool every : {true, false}) {
            const Fade fade = dice() % 2 == 0 ? Fade{} : Fade{4000, 700, 0.3f};
            const auto all = snapshot->search(query, {.limit = Snapshot::most_hits, .every_wish = every, .fade = fade});
            const auto page = snapshot->search(query, {.limit = 20, .every_wish = every, .fade = fade});
            ASSERT_EQ(page.size(), std::min<std::size_t>(20, all.size())) << query.text;
            for (std::size_t i = 0; i < page.size(); ++i) {
                EXPECT_EQ(page[i].score, all[i].score) << query.text << ' ' << i;
                EXPECT_EQ(page[i].id, all[i].id) << query.text << ' ' << i;
            }
        }
    }
}

TEST(Query, what_answers_no_wish_is_no_answer)
{
    Index index(segmenter());
    index.add({1, "我的天", {}, {}, ""});
    index.add({2, "买了一支口红", {}, {}, ""});
    index.publish();
    const auto any = [&](std::string_view text) {
        Ids ids;
        for (const Hit& hit : index.snapshot()->search(Query::of(segmenter(), text), {.limit = 10})) ids.push_back(hit.id);
        return ids;
    };
    EXPECT_EQ(any("的 口红"), Ids{2});
    EXPECT_EQ(any("的"), Ids{1});
}

TEST(Query, characters_that_are_no_word_are_asked_for_by_pairs)
{
    Index index(segmenter());
    index.add({1, "茯砚堂", {}, {}, ""});
    index.add({2, "堂前茯苓，砚台", {}, {}, ""});
    index.publish();
    const Query query = Query::of(segmenter(), "茯砚堂");
    std::vector<std::string> said;
    for (const Query::Key& key : query.keys) said.push_back(key.text);
    EXPECT_EQ(said, (std::vector<std::string>{"茯砚", "砚堂"}));
    EXPECT_EQ(index.snapshot()->search(query, {.limit = 10}).size(), 1u);
}

}  // namespace meadow::lang
