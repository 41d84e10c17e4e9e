#include "app/import/external_names.hpp"

#include <stdexcept>

#include "app/import/hash.hpp"

namespace meadow::app {

void ExternalNames::look_up(Kind kind, const std::vector<std::string_view>& names)
{
    auto& known = known_[std::size_t(kind)];
    std::unordered_map<std::int64_t, std::string_view> wanted;
    for (const std::string_view name : names) {
        const std::int64_t hash = hash_of(name);
        const auto [it, fresh] = wanted.emplace(hash, name);
        if (!fresh && it->second != name) throw std::runtime_error(std::string(name) + " and " + std::string(it->second) + " cannot be told apart");
    }
    std::vector<std::int64_t> hashes;
    for (const auto& [hash, name] : wanted)
        if (!known.contains(hash)) hashes.push_back(hash);
    for (store::KnownName& found : store::find_names(tx_, source_, kind, hashes)) {
        if (found.name != wanted.at(found.name_hash)) throw std::runtime_error(found.name + " and " + std::string(wanted.at(found.name_hash)) + " cannot be told apart");
        known[found.name_hash] = {found.id, found.content_hash, std::move(found.name)};
    }
    if (pretended_ == nullptr) return;
    for (const auto& [hash, name] : wanted)
        if ((*pretended_)[std::size_t(kind)].contains(hash)) known.try_emplace(hash, Known{1, 0, std::string(name)});
}

const ExternalNames::Known* ExternalNames::find(Kind kind, std::string_view name) const
{
    const auto& known = known_[std::size_t(kind)];
    const auto found = known.find(hash_of(name));
    return found != known.end() ? &found->second : nullptr;
}

void ExternalNames::enter(Kind kind, std::string_view name, std::int64_t id, std::int64_t content_hash)
{
    const std::int64_t hash = hash_of(name);
    known_[std::size_t(kind)][hash] = {id, content_hash, std::string(name)};
    if (pretended_ != nullptr) (*pretended_)[std::size_t(kind)].insert(hash);
    else store::insert_name(tx_, source_, kind, {hash, std::string(name), id, content_hash});
}

void ExternalNames::changed(Kind kind, std::string_view name, std::int64_t content_hash)
{
    const std::int64_t hash = hash_of(name);
    known_[std::size_t(kind)][hash].content_hash = content_hash;
    if (pretended_ == nullptr) store::set_content_hash(tx_, source_, kind, hash, content_hash);
}

}  // namespace meadow::app
