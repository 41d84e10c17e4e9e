#include "modules/catalog/goods_review/show_proposal.hpp"

#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"

namespace meadow::catalog {

Result<Proposal> show_proposal(ReadCtx& ctx, const ShowProposal& in)
{
    const auto queued = store::find_queued(ctx.tx, in.product);
    if (!queued) return refuse(not_found);
    const Product product = *store::find_product(ctx.tx, queued->shop, in.product);
    ProductContent content = content_of(product, store::list_skus(ctx.tx, queued->shop, in.product));

    Proposal out;
    out.product = product.id;
    out.shop = shop_cards(ctx.tx, {queued->shop}).front();
    out.version = product.version;
    out.submitted_at = queued->submitted_at;
    std::vector<MediaId> pictures = pictures_in(content);
    if (product.state == ProductState::in_review) {
        out.proposed = std::move(content);
    } else {
        out.proposed = store::find_pending(ctx.tx, queued->shop, in.product)->content;
        out.current = std::move(content);
        for (const MediaId id : pictures_in(out.proposed)) pictures.push_back(id);
    }
    out.pictures = media::pictures(ctx.tx, pictures);
    return out;
}

}  // namespace meadow::catalog
