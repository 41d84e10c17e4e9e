#include "modules/discovery/feeds/list_notes.hpp"

#include "modules/discovery/feeds/chronological.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {

Result<FeedPage> list_topic_notes(ReadCtx& ctx, const ListTopicNotes& in)
{
    const auto& normaliser = ctx.outside<lang::Segmenter>().normaliser();
    return chronological(ctx, topic_list(normaliser, in.topic), {in.cursor, in.limit, in.explain});
}

Result<FeedPage> list_shop_notes(ReadCtx& ctx, const ListShopNotes& in)
{
    return chronological(ctx, shop_list(in.shop), {in.cursor, in.limit, in.explain});
}

Result<FeedPage> list_product_notes(ReadCtx& ctx, const ListProductNotes& in)
{
    return chronological(ctx, product_list(in.product), {in.cursor, in.limit, in.explain});
}

Result<FeedPage> list_person_notes(ReadCtx& ctx, const ListPersonNotes& in)
{
    return chronological(ctx, author_list(in.user), {in.cursor, in.limit, in.explain, true});
}

}  // namespace meadow::discovery
