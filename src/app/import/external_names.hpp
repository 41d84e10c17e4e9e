// From the names of a file to our ids: looked up in one statement a batch unless an earlier batch has met them, entered with the rows.
#pragma once
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "app/import/store.hpp"

namespace meadow::app {

// What a dry run has seen: the names that would be there by now. Eight bytes each.
using Pretended = std::array<std::unordered_set<std::int64_t>, 6>;   // by Kind

struct Known {
    std::int64_t id = 0;
    std::int64_t content_hash = 0;
    std::string name;
};
using KnownByHash = std::unordered_map<std::int64_t, Known>;

// What committed batches have met; bounded, forgetting costs another look.
class RememberedNames {
public:
    const Known* find(Kind, std::int64_t hash) const;
    void take(Kind, KnownByHash&&);

private:
    static constexpr std::size_t most = 200'000;   // of a kind, about 100 bytes each
    std::array<KnownByHash, 6> known_;             // by Kind
};

class ExternalNames {
public:
    // `pretended`: null unless nothing is to be written.
    ExternalNames(db::Tx& tx, std::string source, const RememberedNames& remembered, Pretended* pretended)
        : tx_(tx), source_(std::move(source)), remembered_(remembered), pretended_(pretended)
    {
    }

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
    // Enters those that nobody has entered before; which of them, in their order. Names need not have been looked up. Not for a dry run.
    std::vector<bool> enter_fresh(Kind, const std::vector<std::pair<std::string, std::int64_t>>& names_and_ids);
    // What was entered is written with the end of the batch.
    void write();
    // For RememberedNames, once the batch has been committed.
    KnownByHash take_known(Kind kind) { return std::move(known_[std::size_t(kind)]); }

private:
    db::Tx& tx_;
    const std::string source_;
    const RememberedNames& remembered_;
    Pretended* const pretended_;
    std::array<KnownByHash, 6> known_;                    // by Kind
    std::array<std::vector<store::KnownName>, 6> entered_;
};

}  // namespace meadow::app
