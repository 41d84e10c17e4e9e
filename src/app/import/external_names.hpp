// From the names of a file to our ids: looked up in one statement a batch, entered with the rows.
#pragma once
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "app/import/store.hpp"

namespace meadow::app {

// What a dry run has seen: the names that would be there by now. Eight bytes each.
using Pretended = std::array<std::unordered_set<std::int64_t>, 6>;   // by Kind

class ExternalNames {
public:
    struct Known {
        std::int64_t id = 0;
        std::int64_t content_hash = 0;
        std::string name;
    };

    // `pretended`: null unless nothing is to be written.
    ExternalNames(db::Tx& tx, std::string source, Pretended* pretended) : tx_(tx), source_(std::move(source)), pretended_(pretended) {}

    // find() afterwards knows of these. Throws std::runtime_error should two names share a hash (once in 10^19).
    void look_up(Kind, const std::vector<std::string_view>& names);
    const Known* find(Kind, std::string_view name) const;
    template <class SomeId>
    std::optional<SomeId> id_of(Kind kind, std::string_view name) const
    {
        const Known* known = find(kind, name);
        return known != nullptr ? std::optional(SomeId{known->id}) : std::nullopt;
    }

    void enter(Kind, std::string_view name, std::int64_t id, std::int64_t content_hash);
    void changed(Kind, std::string_view name, std::int64_t content_hash);

private:
    db::Tx& tx_;
    const std::string source_;
    Pretended* const pretended_;
    std::array<std::unordered_map<std::int64_t, Known>, 6> known_;   // by Kind
};

}  // namespace meadow::app
