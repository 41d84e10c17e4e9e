#include "modules/catalog/reviews/list_reviews.hpp"

#include <algorithm>

#include "modules/catalog/paging.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/reviews/store.hpp"

namespace meadow::catalog {

std::vector<ReviewView> view_of(ReadCtx& ctx, const std::vector<Review>& reviews)
{
    std::vector<UserId> buyers;
    std::vector<MediaId> shown;
    for (const Review& review : reviews) {
        buyers.push_back(review.buyer);
        shown.insert(shown.end(), review.pictures.begin(), review.pictures.end());
    }
    const auto people = identity::person_cards(ctx.tx, buyers);
    const auto pictures = media::pictures(ctx.tx, shown);

    std::vector<ReviewView> views;
    for (const Review& r : reviews) {
        ReviewView& view = views.emplace_back(
            ReviewView{r.id, r.product, {}, r.spec, r.rating, r.text, {}, r.follow_up, {}, r.reply, {}, r.written_at});
        const auto buyer = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == r.buyer; });
        if (buyer != people.end()) view.buyer = *buyer;
        for (const MediaId id : r.pictures) {
            const auto picture = std::find_if(pictures.begin(), pictures.end(), [&](const auto& p) { return p.id == id; });
            if (picture != pictures.end()) view.pictures.push_back(*picture);
        }
        if (r.followed_up_at) view.followed_up_at = r.followed_up_at;
        if (r.replied_at) view.replied_at = r.replied_at;
    }
    return views;
}

Result<Page<ReviewView>> list_reviews(ReadCtx& ctx, const ListReviews& in)
{
    const auto shop = store::home_of(ctx.tx, in.product);
    if (!shop) return refuse(not_found);
    const Cursor cursor = TRY(newest_first(in.cursor));
    const store::ReviewFilter filter{in.rating ? std::int64_t(*in.rating) : 0, in.pictured.value_or(false)};
    auto rows =
        page_of(store::list_reviews(ctx.tx, *shop, in.product, filter, cursor, in.limit + 1), in.limit, [](const Review& r) {
            return Cursor{r.id.value, 0};
        });
    return Page<ReviewView>{view_of(ctx, rows.items), std::move(rows.next)};
}

}  // namespace meadow::catalog
