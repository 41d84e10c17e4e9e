// Described types as JSON Schema 2020-12. Objects and enumerations become named components, everything else is written in place.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "http/pretty_json.hpp"

namespace meadow::http {

class Schemas {
public:
    // The schema of a value, on one line; components it needs are noted.
    std::string of(const TypeInfo&);
    // Members of an input may be left out where its reader lets them: optional ones and lists.
    void note_input(const TypeInfo&);
    static bool may_miss(const TypeInfo& member, bool input);

    void write_components(PrettyJson&);
    // Names that two different types carry. Must be empty: whoever reads the document knows a type by its name.
    const std::set<std::string>& conflicts() const { return conflicts_; }

private:
    std::string reference(const TypeInfo&);

    std::map<std::string, const TypeInfo*> components_;
    std::vector<std::string> unwritten_;
    std::set<const TypeInfo*> inputs_;
    std::set<std::string> conflicts_;
};

}  // namespace meadow::http
