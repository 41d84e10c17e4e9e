#pragma once
#include "modules/discovery/cards/render_cards.hpp"

namespace meadow::discovery {

// Takes away what the reader hid: those notes, authors and topics. One statement.
void drop_hidden(ReadCtx&, std::vector<CardPtr>&);

}  // namespace meadow::discovery
