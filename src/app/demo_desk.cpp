// What stands on the desks of the demo town: people with roles, a brand whose goods are reviewed, reports, a dispute, picks; and
// what shops have to do today.
#include <algorithm>

#include "app/demo_town.hpp"
#include "modules/catalog/applications/apply_for_store.hpp"
#include "modules/catalog/applications/decide_application.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/catalog/goods_review/decide_proposal.hpp"
#include "modules/catalog/goods_review/show_proposal.hpp"
#include "modules/catalog/products/create_product.hpp"
#include "modules/catalog/products/edit_product.hpp"
#include "modules/catalog/products/show_own_product.hpp"
#include "modules/community/follows/follow_person.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/notes/publish_note.hpp"
#include "modules/creators/offers/answer_offer.hpp"
#include "modules/creators/offers/make_offer.hpp"
#include "modules/discovery/picks/pick_note.hpp"
#include "modules/discovery/policies/set_policy.hpp"
#include "modules/discovery/search/synonyms/put_synonym.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/fulfilment/sandbox/carrier.hpp"
#include "modules/governance/reports/decide_case.hpp"
#include "modules/governance/reports/report_subject.hpp"
#include "modules/identity/roles/change_role.hpp"
#include "modules/identity/roles/mark_official.hpp"
#include "modules/operations/settings/change_setting.hpp"
#include "modules/trading/refunds/answer_refund.hpp"
#include "modules/trading/refunds/ask_refund.hpp"
#include "modules/trading/refunds/withdraw_refund.hpp"

namespace meadow::app {
namespace {

// By their place among the residents.
constexpr std::size_t creator = 13, other_creator = 9, moderator = 16, brand = 17, applicant = 21;

}  // namespace

void DemoTown::give_role(std::size_t neighbour, Role role, std::string_view name, std::string_view reason)
{
    does(boss(), identity::grant_role, {neighbours_[neighbour].who.user, role, identity::Reason(reason)});
    neighbours_[neighbour].role = name;
}

void DemoTown::name_brand(std::size_t neighbour, std::string_view name)
{
    does(boss(), identity::mark_official, {neighbours_[neighbour].who.user, Text<0, 60>(name), identity::Reason("商标注册证已核对")});
    neighbours_[neighbour].role = "brand";
    for (const std::size_t fan : {2u, 5u, 11u}) does(neighbours_[fan].who, community::follow_person, {neighbours_[neighbour].who.user});
    meadow_.pump().settle();
}

// Halfway through the story: a small town asks fewer followers of a brand.
void DemoTown::open_brand_store()
{
    give_role(creator, Role::creator, "creator", "文章稳定，读者喜欢");
    give_role(other_creator, Role::creator, "creator", "只写用满三个月的东西");
    give_role(moderator, Role::moderator, "moderator", "周末值班");
    name_brand(brand, "白帆户外");
    does(boss(), operations::change_setting, {Text<1, 80>("catalog.pop_followers"), Text<1, 80>("1"), {}, Text<1, 300>("小镇人少")});
    jobs::read_now(meadow_.world(), {}, [&](ReadCtx& ctx) { meadow_.world().settings.load(ctx.tx); });
    const Who& owner = neighbours_[brand].who;
    catalog::ApplyForStore form;
    form.name = "白帆户外旗舰店";
    form.intro = "轻量化露营装备，三年质保";
    form.city = "青岛";
    form.logo = picture(owner, "michael-guite", 390);
    form.company = "青岛白帆户外用品有限公司";
    form.licence = "91370200MA3C0B8K17";
    does(owner, catalog::apply_for_store, form);
    const auto opened = does(boss(), catalog::decide_application, {owner.user, true, catalog::Reason("资料齐全")});
    brand_store_ = opened.shop;
}

void DemoTown::furnish_desks()
{
    submit_goods();
    file_reports();
    offer_rates();
    dispute();
    leave_unshipped();
    for (const std::size_t n : {3u, 8u}) does(boss(), discovery::pick_note, {notes_[n].id, {168}});
    does(boss(), discovery::put_synonym, {Text<1, 60>("拍立得"), Text<1, 60>("instant camera"), true, Text<1, 300>("中英文都有人搜")});
    // Somebody likes one note after the other that no page ever showed them.
    for (const Note& note : notes_)
        if (note.author != stranger()) does(neighbours_[stranger()].who, community::like_note, {note.id});
    catch_up();
}

// One product on sale whose change waits, one that waits as a whole, and one that was sent back.
void DemoTown::submit_goods()
{
    const Who& owner = neighbours_[brand].who;
    const auto entered = [&](std::string_view title, std::string_view words, std::int64_t price, std::string_view photo, std::uint64_t view) {
        catalog::CreateProduct in;
        in.shop = brand_store_;
        in.product.title = std::string(title);
        in.product.description = std::string(words);
        in.product.pictures.push_back(picture(owner, photo, view));
        in.product.category = "leisure.outdoor";
        in.product.tax = {1300};
        in.product.commission = {800};
        auto& sku = in.product.skus.emplace_back();
        sku.price = yuan(price);
        sku.stock = 60;
        const ProductId product = does(owner, catalog::create_product, in).id;
        clock_.advance(20min);
        return product;
    };
    const auto waiting = [&](ProductId product) {
        catalog::Proposal out;
        jobs::read_now(meadow_.world(), boss(), [&](ReadCtx& ctx) { out = told(catalog::show_proposal(ctx, {product})); });
        return out.version;
    };
    const ProductId tent = entered("双人帐篷 三季 1.9 公斤", "铝杆，双层，五分钟搭好。", 899, "michael-guite", 301);
    does(boss(), catalog::approve_proposal, {tent, waiting(tent), {}});
    catalog::OwnProduct own;
    jobs::read_now(meadow_.world(), owner, [&](ReadCtx& ctx) { own = told(catalog::show_own_product(ctx, {brand_store_, tent})); });
    catalog::EditProduct change{brand_store_, tent, own.version, own.content};
    change.content.title = "双人帐篷 三季 1.9 公斤 送地布";
    change.content.description = "铝杆，双层，五分钟搭好，附一张地布。";
    change.content.skus[0].price = yuan(849);
    does(owner, catalog::edit_product, change);
    entered("便携跳绳 营地热身", "棉绳，手柄可调，卷起来一只手握得住。", 59, "stoica-ionela", 302);
    const ProductId ball = entered("全网最强足球 史上最低价", "第一品牌，没有之一。", 129, "nik-shuliahin", 303);
    does(boss(), catalog::reject_proposal, {ball, waiting(ball), catalog::Reason("标题和描述里有绝对化用语，请改掉再提交")});
}

// What people report, what a moderator hid, and a brand that waits for its store.
void DemoTown::file_reports()
{
    const auto reports = [&](std::size_t who, const std::string& subject, governance::ReportReason reason, std::string_view words) {
        does(neighbours_[who].who, governance::report_subject, {Text<5, 40>(subject), reason, Text<0, 1000>(words)});
    };
    const std::string advert = text(notes_[5].id);
    reports(3, advert, governance::ReportReason::undisclosed_advert, "通篇像广告，没有标注");
    reports(12, advert, governance::ReportReason::undisclosed_advert, "");
    reports(20, text(notes_[11].id), governance::ReportReason::false_claim, "参数和官网写的不一样");
    community::PublishNote spam;
    spam.title = "加微信领内部券，先到先得";
    spam.text = "群里每天发福利，私信我。";
    spam.media.push_back(picture(neighbours_[stranger()].who, "", 180));
    const NoteId hidden = does(neighbours_[stranger()].who, community::publish_note, spam).id;
    does(neighbours_[moderator].who, governance::decide_case, {Text<5, 40>(text(hidden)), governance::Decision::hide, Text<1, 1000>("站外引流")});
    name_brand(applicant, "石头攀岩");
    catalog::ApplyForStore form;
    form.name = "石头攀岩装备";
    form.intro = "主锁、扁带与一切挂得住的东西";
    form.city = "贵阳";
    form.company = "贵阳石头体育用品有限公司";
    form.licence = "91520100MA6H7K2P3J";
    does(neighbours_[applicant].who, catalog::apply_for_store, form);
}

// The first shop offers two authors a better rate; one of them takes it.
void DemoTown::offer_rates()
{
    std::vector<ProductId> sold;
    for (const Article& article : articles_)
        if (article.shop == shops_.front().id) sold.push_back(article.id);
    std::vector<catalog::ProductCard> cards;
    jobs::read_now(meadow_.world(), {}, [&](ReadCtx& ctx) { cards = catalog::product_cards(ctx.tx, sold); });
    const auto paying = std::find_if(cards.begin(), cards.end(), [](const catalog::ProductCard& c) { return c.commission.per_10k > 0; });
    if (paying == cards.end()) return;
    const Who& keeper = neighbours_[shops_.front().keeper].who;
    for (const std::size_t author : {creator, other_creator}) {
        creators::MakeOffer in{paying->shop, paying->id, Text<1, 40>(neighbours_[author].handle), {1800}, {}, {}};
        in.words = "喜欢你写的东西，想请你聊聊这一件";
        const auto offer = does(keeper, creators::make_offer, in);
        if (author == creator) does(neighbours_[author].who, creators::answer_offer, {paying->shop, offer.id, true});
    }
}

// What a shop sold and sent off; the newest note that pins something of it led there.
DemoTown::Purchase DemoTown::sent(ShopId shop)
{
    const auto note = std::find_if(notes_.begin(), notes_.end(), [&](const Note& n) { return n.article && articles_[*n.article].shop == shop; });
    if (note == notes_.end()) throw std::runtime_error("the demo town cannot be: nobody writes of what a shop sells");
    const std::size_t keeper = articles_[*note->article].keeper, buyer = (keeper + 12) % stranger();
    const Purchase bought = order(*note, buyer);
    pay(neighbours_[buyer].who, bought.shop, bought.order);
    fulfilment::ShipOrder in;
    in.shop = bought.shop;
    in.order = bought.order;
    in.carrier = std::string(fulfilment::sandbox::carrier_name);
    in.waybill = "DEMO" + std::to_string(20'000 + bought.number);
    does(neighbours_[keeper].who, fulfilment::ship_order, in);
    meadow_.pump().settle();
    return bought;
}

// Two buyers want their money back for what has left: one waits for the shop, one has turned to the operator after its no.
void DemoTown::dispute()
{
    const auto asked = [&](const Purchase& bought, std::string_view words) {
        const Who& buyer = neighbours_[bought.buyer].who;
        trading::AskRefund in{bought.shop, bought.order, trading::RefundReason::damaged, Text<0, 500>(words), {}};
        in.pictures.emplace().push_back(picture(buyer, articles_[bought.article].goods->photo, 2));
        return does(buyer, trading::ask_refund, in).id;
    };
    asked(sent(shops_[0].id), "外箱压扁了，里面也有划痕");
    const Purchase contested = sent(shops_[1].id);
    const RefundId refund = asked(contested, "收到时边角已经磨花");
    does(neighbours_[contested.keeper].who, trading::answer_refund, {contested.shop, refund, false, Text<1, 500>("出库时拍过照，没有磨痕")});
    does(neighbours_[contested.buyer].who, trading::escalate_refund, {contested.shop, refund});
}

// Paid this morning, to be packed today: two orders of each shop that somebody wrote of lately.
void DemoTown::leave_unshipped()
{
    std::map<ShopId, int> left;
    for (const Note& note : notes_) {
        if (!note.article || left[articles_[*note.article].shop]++ >= 2) continue;
        const std::size_t buyer = (articles_[*note.article].keeper + 11) % stranger();
        const Purchase bought = order(note, buyer);
        pay(neighbours_[buyer].who, bought.shop, bought.order);
    }
}

// Two versions of the feed's numbers side by side, for half of the readers each.
void DemoTown::try_numbers()
{
    discovery::SetPolicy in;
    in.changes.push_back({Text<1, 40>("repeated_topic"), 0.9});
    in.changes.push_back({Text<1, 40>("readers_share"), 0.5});
    in.reason = "同一话题连着出现太多，先给一半读者试试";
    does(boss(), discovery::set_policy, in);
}

}  // namespace meadow::app
