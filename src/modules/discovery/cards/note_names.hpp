// How operators' lists name the notes they speak of.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {

struct NoteName {
    std::string title;
    identity::PersonCard author;
    MediaId cover;
};
BOOST_DESCRIBE_STRUCT(NoteName, (), (title, author, cover))

// Of those that anybody may see now, by people who are still there.
std::map<NoteId, NoteName> note_names(db::ReadTx&, const std::vector<NoteId>&);

// For members that are absent when there is none.
template <class Key, class Value>
std::optional<Value> named_in(const std::map<Key, Value>& names, Key key)
{
    const auto found = names.find(key);
    return found == names.end() ? std::nullopt : std::optional<Value>(found->second);
}

}  // namespace meadow::discovery
