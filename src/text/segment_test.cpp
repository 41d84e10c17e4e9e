#include "text/segment.hpp"

#include <gtest/gtest.h>

#include <map>

namespace meadow::lang {
namespace {

std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ x >> 27) * 0x94D049BB133111EBull;
    return x ^ x >> 31;
}

}  // namespace

// The place of a term is guessed: the guess must lead to it wherever terms lie, evenly or all in a heap.
TEST(Segment, finds_every_term_and_no_other)
{
    const CollectedDocument document[] = {{7, 10}};
    for (const std::uint64_t spread : {0, 1, 2}) {
        for (const std::uint64_t count : {0, 1, 2, 3, 1000}) {
            std::map<std::uint64_t, bool> terms;
            if (count > 3) terms[0] = terms[UINT64_MAX] = true;
            for (std::uint64_t i = 1; i <= count; ++i) terms[spread == 0 ? mixed(i) : spread == 1 ? i : UINT64_MAX - i * i] = true;
            std::vector<Occurrence> occurrences;
            for (const auto& [term, there] : terms) occurrences.push_back({term, 0, 1});
            const auto segment = Segment::freeze(document, occurrences);
            for (const auto& [term, there] : terms) {
                ASSERT_NE(segment->list(term), nullptr) << term;
                for (const std::uint64_t beside : {term - 1, term + 1})
                    if (terms.count(beside) == 0) ASSERT_EQ(segment->list(beside), nullptr) << beside;
            }
            for (std::uint64_t i = 0; i < 100; ++i)
                if (terms.count(mixed(5000 + i)) == 0) ASSERT_EQ(segment->list(mixed(5000 + i)), nullptr);
        }
    }
}

}  // namespace meadow::lang
