#pragma once
#include <functional>

#include "modules/discovery/cards/render_cards.hpp"

namespace meadow::discovery {

// Takes away what the reader hid: those notes, authors and topics. One statement.
void drop_hidden(ReadCtx&, std::vector<CardPtr>&);

// Whether the reader hid a topic, however it is written: for topics and queries that are suggested to them. Nobody for a guest.
std::function<bool(std::string_view)> hides_topic(ReadCtx&);

}  // namespace meadow::discovery
