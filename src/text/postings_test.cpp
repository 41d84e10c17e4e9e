#include "text/postings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace meadow::lang {
namespace {

std::vector<Posting> read(const std::vector<std::uint8_t>& bytes)
{
    std::vector<Posting> out;
    for (Cursor c(bytes.data()); c.document() != Cursor::end; c.next()) out.push_back({c.document(), c.weight()});
    return out;
}

TEST(Postings, come_back_as_they_were_written)
{
    std::vector<Posting> written;
    for (std::uint32_t i = 0; i < 1000; ++i) written.push_back({i * i * 7, std::uint8_t(i % 5 == 0 ? 255 : 1 + i % 3)});
    const std::vector<std::uint8_t> lengths(written.back().document + 1, 40);
    std::vector<std::uint8_t> bytes;
    append_list(bytes, written, lengths);
    const auto found = read(bytes);
    ASSERT_EQ(written.size(), found.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        EXPECT_EQ(written[i].document, found[i].document);
        EXPECT_EQ(written[i].weight, found[i].weight);
    }
}

TEST(Postings, cost_a_byte_where_a_word_of_the_body_stands_in_every_other_document)
{
    std::vector<Posting> written;
    for (std::uint32_t i = 0; i < 12'800; ++i) written.push_back({i * 2, 1});
    const std::vector<std::uint8_t> lengths(25'600, 40);
    std::vector<std::uint8_t> bytes;
    append_list(bytes, written, lengths);
    EXPECT_LT(bytes.size(), 12'800 + 100 * 10 + 16u);   // one each, the headers of the blocks, the head of the list
}

// Lists of one block and of many, dense and thin, weighed and not: what a search asks of them is what going through all of them says.
TEST(Postings, are_found_and_bounded_as_reading_all_of_them_would)
{
    std::mt19937 dice(5);
    for (int turn = 0; turn < 200; ++turn) {
        std::vector<Posting> written;
        const std::uint32_t gap = 1u << dice() % 20, size = 1 + dice() % (turn % 2 == 0 ? 128 : 2'000);
        const unsigned heavy = 1 + dice() % 40;
        for (std::uint32_t i = 0, document = dice() % gap; i < size; ++i, document += 1 + dice() % gap)
            written.push_back({document, std::uint8_t(dice() % heavy == 0 ? 1 + dice() % 255 : 1)});
        std::vector<std::uint8_t> lengths(written.back().document + 1), bytes;
        for (const Posting& p : written) lengths[p.document] = std::uint8_t(1 + dice() % 250);
        append_list(bytes, written, lengths);
        ASSERT_EQ(list_size(bytes.data()), size);

        Cursor cursor(bytes.data()), looking(bytes.data());
        const auto from_on = [&](std::uint32_t d) { return std::find_if(written.begin(), written.end(), [d](const Posting& p) { return p.document >= d; }); };
        for (std::uint32_t at = 0; at <= written.back().document + gap; at += 1 + dice() % (1 + written.back().document / 20)) {
            const auto found = from_on(at);
            cursor.seek(at);
            ASSERT_EQ(cursor.document(), found == written.end() ? Cursor::end : found->document);
            if (found != written.end()) {
                ASSERT_EQ(cursor.weight(), found->weight);
                ASSERT_GE(cursor.block_last(), found->document);
                ASSERT_GE(cursor.block_peak().weight, found->weight);
            }
            const std::uint32_t to = at + dice() % (1 + 4 * gap * 128);
            const Peak peak = looking.peak_within(at, to);
            for (auto p = found; p != written.end() && p->document <= to; ++p) {
                ASSERT_GE(peak.weight, p->weight);
                ASSERT_LE(peak.length, lengths[p->document]);
            }
        }
    }
}

}  // namespace
}  // namespace meadow::lang
