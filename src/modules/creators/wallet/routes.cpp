#include "http/router.hpp"
#include "modules/creators/shown/list_reach.hpp"
#include "modules/creators/wallet/list_author_sales.hpp"
#include "modules/creators/wallet/list_earnings.hpp"
#include "modules/creators/wallet/list_note_sales.hpp"

namespace meadow::creators {

using http::needs;
using http::Scope;

void wallet_routes(http::On on)
{
    on.get("/v1/me/earnings", needs(Scope::user), list_earnings).may_refuse(bad_input).says("What my notes sold, line by line, newest first");
    on.get("/v1/me/earnings/sums", needs(Scope::user), sum_earnings).says("What my notes brought, by state");
    on.get("/v1/me/reach", needs(Scope::user), list_reach).says("How often Discover showed my notes, newest note first");
    on.get("/v1/shops/{shop}/note-sales", needs(Scope::user), list_note_sales)
        .may_refuse(not_found, not_allowed, bad_input).says("Which notes sold which products of a shop, for its staff");
    on.get("/v1/shops/{shop}/author-sales", needs(Scope::user), list_author_sales)
        .slow().may_refuse(not_found, not_allowed, bad_input).says("What each author's notes sold of a shop's products, for its staff");
}

}  // namespace meadow::creators
