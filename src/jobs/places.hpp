// Places in the outbox, when the database has moved.
#pragma once
#include "db/tx.hpp"

namespace meadow::jobs::store {

// PostgreSQL numbers its transactions, and news is heard in that order. A database restored into a younger server has news and cursors
// from its future, and nobody would hear what is told from now on: moves them all into the past, in their order. Says whether it had to.
bool leave_future(db::Tx&);

}  // namespace meadow::jobs::store
