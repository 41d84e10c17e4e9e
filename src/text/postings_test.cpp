#include "text/postings.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace meadow::lang
