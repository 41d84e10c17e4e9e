// Every "no" of catalog.
#pragma once
#include "base/refusal.hpp"

namespace meadow::catalog {

inline const RefusalKind shop_name_taken{"catalog.shop_name_taken", 409, "Another shop has this name"};
inline const RefusalKind too_many_shops{"catalog.too_many_shops", 409, "You have as many shops as one person may"};
inline const RefusalKind not_official{"catalog.not_official", 409, "Only an official account can apply for a POP store"};
inline const RefusalKind few_followers{"catalog.few_followers", 409, "The official account has too few followers for a POP store"};
inline const RefusalKind already_applied{"catalog.already_applied", 409, "There is an application already"};
inline const RefusalKind too_many_staff{"catalog.too_many_staff", 409, "As many people act for this shop as may"};
inline const RefusalKind founder_stays{"catalog.founder_stays", 409, "Who opened the shop stays its owner"};
inline const RefusalKind illegal_move{"catalog.illegal_move", 409, "This cannot be done in the present state"};
inline const RefusalKind stale{"catalog.stale", 409, "Somebody has changed this in the meantime; read it again"};
inline const RefusalKind shop_full{"catalog.shop_full", 409, "The shop sells as many items as a shop of its profile may"};
inline const RefusalKind shop_not_trading{"catalog.shop_not_trading", 409, "The shop is frozen or closed"};
inline const RefusalKind may_not_review{"catalog.may_not_review", 409,
                                        "You can review once what you bought and received, for a while"};
inline const RefusalKind unknown_category{"catalog.unknown_category", 422, "There is no such category to sell in"};
inline const RefusalKind foreign_picture{"catalog.foreign_picture", 422, "A picture must be one that you have uploaded"};
inline const RefusalKind not_a_batch{"catalog.not_a_batch", 422, "This is not a CSV file as it is needed here"};

}  // namespace meadow::catalog
