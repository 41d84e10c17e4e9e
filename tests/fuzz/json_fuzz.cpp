// Arbitrary bytes as the body of a request: read into described types of every shape, or refused with faults that can be shown. What was
// taken is written and reads back as the same.
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "base/ids.hpp"
#include "base/json.hpp"

namespace meadow {

enum class Colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Line {
    SkuId sku;
    Whole<1, 99> count;
    std::optional<Text<0, 5>> note;
};
BOOST_DESCRIBE_STRUCT(Line, (), (sku, count, note))

struct Tree {
    std::vector<Tree> branches;
    std::int32_t leaves = 0;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (branches, leaves))

struct Body {
    List<Line, 3, 1> lines;
    Money total;
    double weight = 0;
    bool gift = false;
    Colour colour{};
    Instant at;
    Text<1, 8> words;
    std::optional<Tree> tree;
};
BOOST_DESCRIBE_STRUCT(Body, (), (lines, total, weight, gift, colour, at, words, tree))

}  // namespace meadow

using namespace meadow;

namespace {

template <class T>
void read_into(std::string_view bytes)
{
    T value{};
    const auto faults = read_json(bytes, describe<T>(), &value, {"elsewhere"});
    if (faults.size() > JsonLimits{}.faults) std::abort();
    for (const FieldFault& fault : faults) {
        std::string shown = fault.where;
        if (fault.what.empty() || !tidy_text(shown, 0, 4000).empty()) std::abort();
    }
    if (!faults.empty()) return;
    const std::string written = to_json(value);
    const auto again = from_json<T>(written);
    if (!again.ok() || to_json(*again) != written) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_into<Body>(bytes);
    read_into<Tree>(bytes);
    return 0;
}
