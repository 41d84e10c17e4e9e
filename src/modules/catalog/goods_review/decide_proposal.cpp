#include "modules/catalog/goods_review/decide_proposal.hpp"

#include "base/json.hpp"
#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/governance/governance.hpp"

namespace meadow::catalog {
namespace {

struct UnderReview {
    Shop shop;
    Product product;
};

Result<UnderReview> find(WriteCtx& ctx, ProductId id, std::int64_t version)
{
    const auto queued = store::find_queued(ctx.tx, id);
    if (!queued) return refuse(not_found);
    UnderReview out{*store::find_shop(ctx.tx, queued->shop), *store::find_product(ctx.tx, queued->shop, id)};
    if (out.product.version != version) return refuse(stale);
    return out;
}

void write_down(WriteCtx& ctx, std::string_view action, const UnderReview& it, std::string_view reason, const std::string& after)
{
    const std::string before = to_json(content_of(it.product, store::list_skus(ctx.tx, it.shop.id, it.product.id)));
    governance::audit(ctx, action, {governance::SubjectKind::product, it.product.id.value}, reason, before, after);
}

}  // namespace

Done approve_proposal(WriteCtx& ctx, const ApproveProposal& in)
{
    const UnderReview it = TRY(find(ctx, in.product, in.version));
    const std::string reason = in.reason.value_or("");
    if (it.product.state == ProductState::in_review) {
        write_down(ctx, "catalog.approve_product", it, reason, "");
        return move_product(ctx, it.shop, it.product, ProductState::listed, Actor::platform, reason);
    }
    const auto pending = store::find_pending(ctx.tx, it.shop.id, it.product.id);
    write_down(ctx, "catalog.approve_change", it, reason, to_json(pending->content));
    store::dequeue(ctx.tx, it.product.id);
    store::delete_pending(ctx.tx, it.shop.id, it.product.id);
    return apply_content(ctx, it.shop, it.product, pending->content);
}

Done reject_proposal(WriteCtx& ctx, const RejectProposal& in)
{
    const UnderReview it = TRY(find(ctx, in.product, in.version));
    if (it.product.state == ProductState::in_review) {
        write_down(ctx, "catalog.reject_product", it, in.reason, "");
        return move_product(ctx, it.shop, it.product, ProductState::rejected, Actor::platform, in.reason);
    }
    if (!store::bump_version(ctx.tx, it.product)) return refuse(stale);
    write_down(ctx, "catalog.reject_change", it, in.reason,
               to_json(store::find_pending(ctx.tx, it.shop.id, it.product.id)->content));
    store::dequeue(ctx.tx, it.product.id);
    store::reject_pending(ctx.tx, it.shop.id, it.product.id, in.reason);
    return done();
}

}  // namespace meadow::catalog
