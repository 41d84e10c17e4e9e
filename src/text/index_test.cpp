#include "text/index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <thread>

#include "text/highlight.hpp"

namespace meadow::lang {
namespace {

const Segmenter& segmenter()
{
    static const Segmenter one = Segmenter::built_in();
    return one;
}

std::vector<std::int64_t> ask(const Index& index, std::string_view query, std::size_t limit = 10,
                              const Accept& accept = {})
{
    std::vector<std::int64_t> ids;
    for (const Hit& hit : index.snapshot()->search(Query::of(segmenter(), query), {limit, false, accept, {}})) ids.push_back(hit.id);
    return ids;
}

using Ids = std::vector<std::int64_t>;

void merge_all(Index& index)
{
    while (const auto merge = index.next_merge()) ASSERT_TRUE(index.install(*merge, merge->run()));
}

TEST(Index, finds_by_title_topic_product_and_body_and_ranks_them_so)
{
    Index index(segmenter());
    index.add({1, "今天", {}, {}, "口红很好看"});
    index.add({2, "口红很好看", {}, {}, "今天"});
    index.add({3, "今天", {"口红"}, {}, "很好看啊啊"});
    index.add({4, "今天", {}, {"防晒霜"}, "很好看"});
    index.publish();
    EXPECT_EQ(ask(index, "口红"), (Ids{2, 3, 1}));
    EXPECT_EQ(ask(index, "防晒霜"), Ids{4});
    EXPECT_EQ(ask(index, "口紅"), (Ids{2, 3, 1}));
    EXPECT_TRUE(ask(index, "空气炸锅").empty());
    EXPECT_TRUE(ask(index, "").empty());
    EXPECT_EQ(ask(index, "口红", 1), Ids{2});
}

TEST(Index, finds_words_the_dictionary_does_not_know)
{
    Index index(segmenter());
    index.add({1, "SK-II神仙水空瓶", {}, {}, ""});
    index.publish();
    EXPECT_EQ(ask(index, "神仙水"), Ids{1});
    EXPECT_EQ(ask(index, "skii"), Ids{1});
    EXPECT_EQ(ask(index, "仙水"), Ids{1});
}

TEST(Index, prefers_the_newer_of_equals)
{
    Index index(segmenter());
    for (const std::int64_t id : {5, 9, 7}) index.add({id, "口红", {}, {}, ""});
    index.publish();
    EXPECT_EQ(ask(index, "口红"), (Ids{9, 7, 5}));
}

TEST(Index, changes_show_together_at_publish_and_a_snapshot_stays_as_it_was)
{
    Index index(segmenter());
    index.add({1, "口红", {}, {}, ""});
    EXPECT_TRUE(ask(index, "口红").empty());
    index.publish();
    const auto before = index.snapshot();
    index.remove(1);
    index.add({2, "口红", {}, {}, ""});
    EXPECT_EQ(ask(index, "口红"), Ids{1});
    index.publish();
    EXPECT_EQ(ask(index, "口红"), Ids{2});
    EXPECT_EQ(before->search(Query::of(segmenter(), "口红"), {10}).front().id, 1);
    EXPECT_EQ(before->size(), 1u);
}

TEST(Index, replaces_and_removes_wherever_the_document_lies)
{
    Index index(segmenter());
    index.add({1, "口红", {}, {}, ""});
    index.add({1, "面霜", {}, {}, ""});  // still in the buffer
    index.publish();
    EXPECT_TRUE(ask(index, "口红").empty());
    EXPECT_EQ(ask(index, "面霜"), Ids{1});
    index.add({1, "香水", {}, {}, ""});  // in a segment
    index.remove(77);
    index.publish();
    EXPECT_TRUE(ask(index, "面霜").empty());
    EXPECT_EQ(ask(index, "香水"), Ids{1});
    index.remove(1);
    index.publish();
    EXPECT_TRUE(ask(index, "香水").empty());
    EXPECT_EQ(index.snapshot()->size(), 0u);
    merge_all(index);
    index.publish();
    EXPECT_EQ(index.snapshot()->segments(), 0u);
}

TEST(Index, asks_the_filter_and_fills_the_answer_past_what_it_turns_away)
{
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 500; ++id) index.add({id, "口红", {}, {}, ""});
    index.publish();
    EXPECT_EQ(ask(index, "口红", 3, [](std::int64_t id) { return id <= 10; }), (Ids{10, 9, 8}));
}

TEST(Index, removals_during_a_merge_are_not_undone_by_it)
{
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 8; ++id) {
        index.add({id, "口红", {}, {}, ""});
        index.publish();
    }
    const auto merge = index.next_merge();
    ASSERT_TRUE(merge);
    index.remove(3);
    index.add({5, "面霜", {}, {}, ""});
    ASSERT_TRUE(index.install(*merge, merge->run()));
    EXPECT_FALSE(index.install(*merge, merge->run()));
    index.publish();
    EXPECT_EQ(ask(index, "口红"), (Ids{8, 7, 6, 4, 2, 1}));
    EXPECT_EQ(ask(index, "面霜"), Ids{5});
    EXPECT_EQ(index.snapshot()->segments(), 2u);
}

TEST(Index, may_be_made_one_segment_that_answers_as_before)
{
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 20; ++id) {
        index.add({id, "口红", {}, {}, ""});
        index.publish();
    }
    const auto all = index.merge_of_all();
    ASSERT_TRUE(all);
    index.remove(20);   // meanwhile
    index.add({21, "口红", {}, {}, ""});
    ASSERT_TRUE(index.install(*all, all->run()));
    index.publish();
    EXPECT_EQ(index.snapshot()->segments(), 2u);
    EXPECT_EQ(ask(index, "口红", 3), (Ids{21, 19, 18}));
    const auto rest = index.merge_of_all();
    ASSERT_TRUE(rest);
    ASSERT_TRUE(index.install(*rest, rest->run()));
    EXPECT_FALSE(index.merge_of_all()) << "there is but one";
}

TEST(Index, stays_in_few_segments_even_when_nobody_merges)
{
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 300; ++id) {
        index.add({id, "口红", {}, {}, ""});
        index.publish();
    }
    EXPECT_LE(index.snapshot()->segments(), 49u);
    EXPECT_EQ(index.snapshot()->size(), 300u);
}

// The pruned search must give exactly what scoring everything gives. The oracle asks for one document at a time, which prunes
// nothing.
TEST(Index, skipping_blocks_loses_nothing)
{
    std::mt19937 dice(7);
    const char* words[] = {"口红", "面霜", "香水", "连衣裙", "牛仔裤", "蛋糕", "咖啡", "沙发", "耳机", "防晒霜"};
    Index index(segmenter());
    for (std::int64_t id = 1; id <= 1500; ++id) {
        std::string body;
        const auto size = 1 + dice() % 12;
        for (unsigned i = 0; i < size; ++i) body += std::string(words[std::min(dice() % 10, dice() % 10)]) + " ";
        index.add({id, "", {}, {}, body});
        if (id % 400 == 0) index.publish();
    }
    for (int i = 0; i < 400; ++i) index.remove(1 + static_cast<std::int64_t>(dice() % 1500));
    index.publish();
    const auto snapshot = index.snapshot();
    for (const char* query : {"口红", "口红 面霜", "蛋糕 咖啡 沙发", "防晒霜 口红 连衣裙 香水", "耳机 防晒霜"}) {
        const Query terms = Query::of(segmenter(), query);
        std::vector<Hit> all;
        for (std::int64_t id = 1; id <= 1500; ++id) {
            for (const Hit& hit : snapshot->search(terms, {1000, false, [&](std::int64_t i) { return i == id; }, {}})) all.push_back(hit);
        }
        std::sort(all.begin(), all.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
        const auto found = snapshot->search(terms, {20});
        ASSERT_EQ(found.size(), 20u) << query;
        for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i].score, all[i].score, 1e-4) << query << ' ' << i;
    }
}

TEST(Index, a_merged_index_answers_like_an_unmerged_one)
{
    std::mt19937 dice(11);
    const char* words[] = {"口红", "面霜", "香水", "连衣裙", "牛仔裤", "蛋糕"};
    Index many(segmenter()), one(segmenter());
    for (std::int64_t id = 1; id <= 400; ++id) {
        std::string body;
        for (unsigned i = 0; i <= dice() % 8; ++i) body += std::string(words[dice() % 6]) + " ";
        for (Index* index : {&many, &one}) index->add({(id * 37) % 401, "", {}, {}, body});
        if (id % 9 == 0) many.publish();
        if (id % 90 == 0) merge_all(many);
    }
    merge_all(many);
    many.publish();
    one.publish();
    ASSERT_LT(many.snapshot()->segments(), 20u);
    for (const char* query : {"口红", "面霜 蛋糕", "香水 连衣裙 牛仔裤"}) {
        const Query terms = Query::of(segmenter(), query);
        const auto a = many.snapshot()->search(terms, {400}), b = one.snapshot()->search(terms, {400});
        ASSERT_EQ(a.size(), b.size());
        std::map<std::int64_t, float> scores;
        for (const Hit& hit : a) scores[hit.id] = hit.score;
        for (const Hit& hit : b) EXPECT_NEAR(scores[hit.id], hit.score, 0.02f * hit.score) << query;  // lengths are rounded
    }
}

TEST(Index, readers_never_wait_for_the_writer_nor_see_half_a_change)
{
    Index index(segmenter());
    index.add({1, "口红", {}, {}, ""});
    index.publish();
    const Query terms = Query::of(segmenter(), "口红");
    std::thread writer([&] {
        for (int turn = 0; turn < 200; ++turn) {
            index.remove(turn % 2 + 1);
            index.add({2 - turn % 2, "口红", {}, {}, ""});
            index.publish();
        }
    });
    for (int turn = 0; turn < 2000; ++turn) EXPECT_EQ(index.snapshot()->search(terms, {10}).size(), 1u);
    writer.join();
}

TEST(Postings, come_back_as_they_were_and_can_be_skipped_through)
{
    std::mt19937 dice(3);
    for (const std::size_t size : {1u, 2u, 127u, 128u, 129u, 256u, 5000u}) {
        std::vector<Posting> postings;
        std::uint32_t document = 0;
        for (std::size_t i = 0; i < size; ++i) {
            postings.push_back({document, static_cast<std::uint8_t>(1 + dice() % 255)});
            document += 1 + dice() % (i % 7 == 0 ? 40000 : 3);
        }
        const std::vector<std::uint8_t> lengths(document + 1, 10);
        std::vector<std::uint8_t> bytes;
        append_list(bytes, postings, lengths);
        Cursor walk(bytes.data());
        for (const Posting& p : postings) {
            ASSERT_EQ(walk.document(), p.document);
            ASSERT_EQ(walk.weight(), p.weight);
            walk.next();
        }
        EXPECT_EQ(walk.document(), Cursor::end);
        Cursor jump(bytes.data());
        for (std::uint32_t target = 0; target <= document; target += 1 + dice() % 1500) {
            jump.seek(target);
            const auto it = std::find_if(postings.begin(), postings.end(), [&](const Posting& p) { return p.document >= target; });
            ASSERT_EQ(jump.document(), it == postings.end() ? Cursor::end : it->document);
        }
    }
}

TEST(Highlight, marks_what_answers_the_query_in_what_was_written)
{
    const auto marked = [](std::string_view text, std::string_view query) {
        std::string out;
        std::size_t at = 0;
        for (const Span& span : highlight(segmenter().normaliser(), text, Query::of(segmenter(), query))) {
            out += std::string(text.substr(at, span.begin - at)) + "[" + std::string(span.of(text)) + "]";
            at = span.end;
        }
        return out + std::string(text.substr(at));
    };
    EXPECT_EQ(marked("这支口紅真的好看，口红！", "口红"), "这支[口紅]真的好看，[口红]！");
    EXPECT_EQ(marked("神仙水yyds", "神仙水"), "[神仙水]yyds");
    EXPECT_EQ(marked("用ＬＡＮＣÔＭＥ粉底", "lancome"), "用[ＬＡＮＣÔＭＥ]粉底");
    EXPECT_EQ(marked("没有", "口红"), "没有");
}

}  // namespace
}  // namespace meadow::lang
