// Arbitrary bytes as a CSV file: reading ends, stays within its limits, and every byte is accounted for.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "text/csv.hpp"

using namespace meadow::lang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    const CsvLimits limits{.field = 64, .fields = 8, .row = 256};
    CsvReader reader(in, limits);
    std::size_t steps = 0;
    for (auto step = reader.next(); step != CsvReader::Step::end; step = reader.next()) {
        if (++steps > size || reader.offset() > size) std::abort();
        if (reader.why().empty() != (step == CsvReader::Step::row)) std::abort();
        if (reader.fields().size() > limits.fields) std::abort();
        if (std::any_of(reader.fields().begin(), reader.fields().end(), [&](const auto& f) { return f.size() > limits.field; }))
            std::abort();
    }
    if (reader.offset() != size) std::abort();
    return 0;
}
