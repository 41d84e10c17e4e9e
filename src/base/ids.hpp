// The identifiers that more than one module speaks of. An id used by one module alone is declared there.
#pragma once
#include "base/id.hpp"

namespace meadow {

#define MEADOW_ID(Name, text_prefix)                               \
    struct Name##Tag {                                             \
        static constexpr std::string_view prefix = text_prefix;    \
    };                                                             \
    using Name = Id<Name##Tag>

MEADOW_ID(UserId, "usr");
MEADOW_ID(SessionId, "ses");
MEADOW_ID(MediaId, "med");
MEADOW_ID(ShopId, "shp");
MEADOW_ID(ProductId, "prd");
MEADOW_ID(SkuId, "sku");
MEADOW_ID(NoteId, "nte");
MEADOW_ID(CommentId, "cmt");
MEADOW_ID(AlbumId, "alb");
MEADOW_ID(OrderId, "ord");
MEADOW_ID(PaymentId, "pay");
MEADOW_ID(RefundId, "rfd");
MEADOW_ID(ParcelId, "pcl");
MEADOW_ID(WarehouseId, "whs");
MEADOW_ID(ReviewId, "rev");
MEADOW_ID(AddressId, "adr");
MEADOW_ID(TouchId, "tch");

}  // namespace meadow
