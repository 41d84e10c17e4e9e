#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/goods_review/model.hpp"

namespace meadow::catalog {

struct ApproveProposal {
    ProductId product;
    std::int64_t version = 0;  // of what was looked at: a later edit is not approved with it
    std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(ApproveProposal, (), (product, version, reason))

struct RejectProposal {
    ProductId product;
    std::int64_t version = 0;
    Reason reason;  // shown to the merchant
};
BOOST_DESCRIBE_STRUCT(RejectProposal, (), (product, version, reason))

// A new product goes on sale; a change takes the place of what was on sale.
Done approve_proposal(WriteCtx&, const ApproveProposal&);
// A new product goes back to the merchant; what is on sale stays as it is.
Done reject_proposal(WriteCtx&, const RejectProposal&);

}  // namespace meadow::catalog
