#pragma once
#include "modules/identity/accounts/proof.hpp"

namespace meadow::identity {

// Runs on the hashing pool.
Done prepare_delete_account(ReadCtx&, const Proof&);
// I leave: what is personal is erased here and, by the news, in every module. Handle and addresses are free again. Cannot be
// undone. Records of money stay as long as the law wants them, under the id alone.
Done delete_account(WriteCtx&, const Proof&, const Nothing&);

}  // namespace meadow::identity
