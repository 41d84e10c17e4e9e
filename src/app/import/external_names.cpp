#include "app/import/external_names.hpp"

#include <stdexcept>

#include "app/import/hash.hpp"

namespace meadow::app {

const Known* RememberedNames::find(Kind kind, std::int64_t hash) const
{
    const KnownByHash& known = known_[std::size_t(kind)];
    const auto found = known.find(hash);
    return found != known.end() ? &found->second : nullptr;
}

void RememberedNames::take(Kind kind, KnownByHash&& more)
{
    KnownByHash& known = known_[std::size_t(kind)];
    if (known.size() > most) known.clear();
    for (auto& [hash, one] : more) known.insert_or_assign(hash, std::move(one));
}

void ExternalNames::look_up(Kind kind, const std::vector<std::string_view>& names)
{
    auto& known = known_[std::size_t(kind)];
    std::unordered_map<std::int64_t, std::string_view> wanted;
    for (const std::string_view name : names) {
        const std::int64_t hash = hash_of(name);
        const auto [it, fresh] = wanted.emplace(hash, name);
        if (!fresh && it->second != name) throw std::runtime_error(std::string(name) + " and " + std::string(it->second) + " cannot be told apart");
    }
    const auto same = [](const std::string& found, std::string_view name) {
        if (found != name) throw std::runtime_error(found + " and " + std::string(name) + " cannot be told apart");
    };
    std::vector<store::NameHash> hashes;
    for (const auto& [hash, name] : wanted) {
        if (const Known* before = remembered_.find(kind, hash)) same(before->name, name);
        else if (!known.contains(hash)) hashes.push_back({hash});
    }
    for (store::KnownName& found : store::find_names(tx_, source_, kind, hashes)) {
        same(found.name, wanted.at(found.name_hash));
        known[found.name_hash] = {found.id, found.content_hash, std::move(found.name)};
    }
    if (pretended_ == nullptr) return;
    for (const auto& [hash, name] : wanted)
        if ((*pretended_)[std::size_t(kind)].contains(hash)) known.try_emplace(hash, Known{1, 0, std::string(name)});
}

const Known* ExternalNames::find(Kind kind, std::string_view name) const
{
    const auto& known = known_[std::size_t(kind)];
    const std::int64_t hash = hash_of(name);
    const auto found = known.find(hash);
    return found != known.end() ? &found->second : remembered_.find(kind, hash);
}

void ExternalNames::enter(Kind kind, std::string_view name, std::int64_t id, std::int64_t content_hash)
{
    const std::int64_t hash = hash_of(name);
    known_[std::size_t(kind)][hash] = {id, content_hash, std::string(name)};
    if (pretended_ != nullptr) (*pretended_)[std::size_t(kind)].insert(hash);
    else entered_[std::size_t(kind)].push_back({hash, std::string(name), id, content_hash});
}

void ExternalNames::changed(Kind kind, std::string_view name, std::int64_t content_hash)
{
    const std::int64_t hash = hash_of(name);
    Known now = *find(kind, name);
    now.content_hash = content_hash;
    known_[std::size_t(kind)].insert_or_assign(hash, std::move(now));
    if (pretended_ != nullptr) return;
    write();   // it may be one of this batch
    store::set_content_hash(tx_, source_, kind, hash, content_hash);
}

std::vector<bool> ExternalNames::enter_fresh(Kind kind, const std::vector<std::pair<std::string, std::int64_t>>& names_and_ids)
{
    std::vector<store::KnownName> rows;
    for (const auto& [name, id] : names_and_ids) rows.push_back({hash_of(name), name, id, 0});
    const auto written = store::insert_fresh_names(tx_, source_, kind, rows);
    std::unordered_set<std::int64_t> fresh(written.begin(), written.end());
    std::vector<bool> out;
    for (const store::KnownName& row : rows) out.push_back(fresh.erase(row.name_hash) == 1);   // the first of those that are the same
    return out;
}

void ExternalNames::write()
{
    for (std::size_t kind = 0; kind < entered_.size(); ++kind) {
        store::insert_names(tx_, source_, Kind(kind), entered_[kind]);
        entered_[kind].clear();
    }
}

}  // namespace meadow::app
