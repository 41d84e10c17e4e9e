// identity_links. Home: the user, 0 for the first operator.
#pragma once
#include "db/tx.hpp"
#include "modules/identity/links/model.hpp"

namespace meadow::identity::store {

// Replaces the one given out before. A link for the first operator is not given out again once one was used.
bool put_link(db::Tx&, UserId, LinkPurpose, std::string_view token_hash, Instant expires_at);
// False unless the token is right, unused and good.
bool spend_link(db::Tx&, UserId, LinkPurpose, std::string_view token_hash, Instant now);
// Nobody becomes the first operator by a link any more.
void close_first_operator_link(db::Tx&);

}  // namespace meadow::identity::store
