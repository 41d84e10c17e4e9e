#include "app/import/desk.hpp"

namespace meadow::app {

// One line for each field that is wrong; they were all of the same row, which counts once.
void Desk::reject(std::uint64_t line, const Refusal& refusal)
{
    ++tally.rejected;
    const std::string why = std::string(refusal.kind->title) + (refusal.detail.empty() ? "" : ": " + refusal.detail);
    if (refusal.fields.empty()) rejections.push_back({line, "", why});
    for (const FieldFault& fault : refusal.fields)
        rejections.push_back({line, fault.where.starts_with("/") ? fault.where.substr(1) : fault.where, fault.what});
}

}  // namespace meadow::app
