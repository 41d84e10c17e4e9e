#include "app/demo_town.hpp"

#include <fstream>
#include <sstream>

#include "blobs/covers.hpp"
#include "jobs/outgoing.hpp"
#include "jobs/store.hpp"
#include "modules/catalog/products/create_product.hpp"
#include "modules/community/collects/collect_note.hpp"
#include "modules/community/comments/write_comment.hpp"
#include "modules/community/follows/follow_person.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/notes/publish_note.hpp"
#include "modules/community/views/fold_views.hpp"
#include "modules/community/views/record_views.hpp"
#include "modules/identity/accounts/edit_profile.hpp"
#include "modules/identity/accounts/sign_up.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/list_letters.hpp"
#include "modules/identity/links/store.hpp"
#include "modules/identity/sessions/revoke_session.hpp"
#include "modules/trading/addresses/add_address.hpp"

namespace meadow::app {
namespace {

constexpr auto lifetime = std::chrono::hours{24 * 21};
constexpr std::size_t note_count = 150;

std::string with_name(std::string_view text, std::string_view name)
{
    std::string out(text);
    for (std::size_t at = out.find("{p}"); at != std::string::npos; at = out.find("{p}", at + name.size())) out.replace(at, 3, name);
    return out;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> out;
    std::stringstream in{std::string(text)};
    for (std::string item; std::getline(in, item, '|');) out.push_back(item);
    return out;
}

}  // namespace

DemoTown::DemoTown(Opening& opening, std::filesystem::path photos)
    : photos_(std::move(photos)), clock_(opening.clock().now() - lifetime),
      street_(std::make_shared<OwnStreet>()), meadow_(parts_of(opening), opening.database(), clock_, opening.dice())
{
    street_->lead_to(meadow_.router());
}

// Nothing the story sends leaves the town, and its parcels are quick.
Parts DemoTown::parts_of(Opening& opening)
{
    Parts parts = opening.parts();
    parts.adapters.put<jobs::Outgoing>(street_);
    parts.adapters.put(std::make_shared<jobs::OwnAddress>(std::string(OwnStreet::origin)));
    return parts;
}

void DemoTown::pass(Duration time)
{
    clock_.advance(time);
    meadow_.pump().settle();
}

void DemoTown::live()
{
    const Instant end = clock_.now() + lifetime;
    move_in();
    open_shops();
    stock_shelves();
    const Duration pause = (end - clock_.now() - 20min) / std::int64_t(note_count);
    for (std::size_t i = 0; i < note_count; ++i) {
        write_note(i);
        pass(pause / 3);
        react();
        pass(pause / 3);
        if (i % 2 == 0) buy();
        look_after_orders();
        pass(end - clock_.now() > pause ? pause / 3 : Duration{0});
    }
    while (community::fold_views(meadow_.world()) > 0) {}
    say_goodnight();
    show_mailbox();
    meadow_.pump().settle();
}

void DemoTown::move_in()
{
    jobs::Dice& dice = meadow_.world().dice;
    for (const demo::Resident& resident : demo::residents) {
        Neighbour one;
        one.handle = resident.handle;
        one.address = one.handle + "@meadow.example";
        one.password = dice.token().substr(0, 14);
        const auto session = does<identity::SignUp, identity::PasswordHash, identity::OpenedSession>(
            {}, identity::prepare_sign_up, identity::sign_up,
            {Text<3, 120>(one.address), Text<10, 200>(one.password), identity::Name(resident.name), identity::Handle(resident.handle), {}});
        one.who = {session.user, session.session, 0};
        identity::EditProfile profile;
        profile.bio = identity::Bio(resident.bio);
        profile.city = identity::City(resident.city);
        profile.avatar = picture(one.who, "", 900 + neighbours_.size());
        does(one.who, identity::edit_profile, profile);
        const trading::AddressForm home{Text<1, 40>(resident.name), "138 0013 8000", Text<1, 40>(resident.city), Text<1, 40>(resident.city), "",
                                        Text<1, 200>("花园路 " + std::to_string(neighbours_.size() + 1) + " 号")};
        one.home = does(one.who, trading::add_address, home).id;
        neighbours_.push_back(std::move(one));
        pass(20min);
    }
    neighbours_.front().is_operator = true;
    jobs::write_in_lane(meadow_.world(), {}, 0, [&](WriteCtx& ctx) {
        identity::store::close_first_operator_link(ctx.tx);  // the town has its operator
        return identity::store::grant_role(ctx.tx, neighbours_.front().who.user, Role::operator_);
    });
}

void DemoTown::open_shops()
{
    for (const demo::Store& store : demo::stores) {
        const std::size_t keeper = shops_.size() + 1;
        catalog::OpenShop in;
        in.name = std::string(store.name);
        in.intro = std::string(store.intro);
        in.city = std::string(store.city);
        in.logo = picture(neighbours_[keeper].who, "", 700 + keeper);
        shops_.push_back({does(neighbours_[keeper].who, catalog::open_shop, in).id, store.theme, keeper});
        pass(10min);
    }
}

void DemoTown::stock_shelves()
{
    std::size_t number = 0;
    for (const demo::Goods& goods : demo::goods) {
        std::vector<const Shop*> fitting;
        for (const Shop& shop : shops_)
            if (shop.theme == goods.theme) fitting.push_back(&shop);
        const Shop& shop = *fitting[++number % fitting.size()];
        const Who& keeper = neighbours_[shop.keeper].who;
        catalog::CreateProduct in;
        in.shop = shop.id;
        in.product.title = std::string(goods.title);
        in.product.description = std::string(goods.title) + "\n现货，二十四小时内发出，七天无理由退换。";
        in.product.pictures.push_back(picture(keeper, goods.photo, number));
        in.product.category = std::string(goods.category);
        in.product.tax = {1300};
        in.product.commission = {std::int64_t(300 + 100 * any(10))};
        const auto values = goods.option.empty() ? std::vector<std::string>{""} : split(goods.values);
        if (!goods.option.empty()) {
            auto& option = in.product.options.emplace_back();
            option.name = std::string(goods.option);
            for (const std::string& value : values) option.values.push_back(catalog::OptionValue(value));
        }
        for (const std::string& value : values) {
            auto& sku = in.product.skus.emplace_back();
            if (!value.empty()) sku.choice.push_back(catalog::OptionValue(value));
            sku.price = yuan(goods.yuan);
            sku.market_price = yuan(goods.yuan * 5 / 4 + 1);
            sku.stock = std::int64_t(20 + any(180));
        }
        const auto product = does(keeper, catalog::create_product, in);
        Article& article = articles_.emplace_back(Article{&goods, shop.id, shop.keeper, product.id, {}});
        for (const auto& sku : product.skus) article.skus.push_back(sku.id);
        pass(5min);
    }
}

void DemoTown::write_note(std::size_t number)
{
    const std::size_t article = number < articles_.size() ? number : any(articles_.size());
    const demo::Goods& goods = *articles_[article].goods;
    std::vector<const demo::Words*> fitting;
    for (const demo::Words& w : demo::words)
        if (w.theme == goods.theme) fitting.push_back(&w);
    const demo::Words& words = *fitting[any(fitting.size())];
    const std::size_t author = any(neighbours_.size());
    const Who& who = neighbours_[author].who;
    const std::string_view name = words.english ? goods.english : goods.short_name;
    community::PublishNote in;
    in.title = with_name(words.title, name);
    in.text = with_name(words.text, name);
    in.media.push_back(picture(who, goods.photo, article + 1));
    for (std::size_t more = any(3); more > 0; --more) in.media.push_back(picture(who, "", 100 + any(40)));
    in.products.push_back(articles_[article].id);
    if (happens(30)) in.place = community::Place{Text<1, 60>(demo::residents[author].city), {}, {}};
    notes_.push_front({does(who, community::publish_note, in).id, author, article});
    if (notes_.size() > 24) notes_.pop_back();  // what is older is seldom seen
}

void DemoTown::react()
{
    for (std::size_t round = 0; round < 6; ++round) {
        const std::size_t guest = any(neighbours_.size());
        const Note note = notes_[std::min(any(notes_.size()), any(notes_.size()))];  // new ones more often
        if (guest == note.author) continue;
        const Who& who = neighbours_[guest].who;
        look_at(note);
        if (happens(70)) does(who, community::like_note, {note.id});
        if (happens(30)) does(who, community::collect_note, {note.id, {}});
        if (happens(35)) comment_on(note);
        if (happens(40)) does(who, community::follow_person, {neighbours_[note.author].who.user});
    }
}

void DemoTown::comment_on(const Note& note)
{
    const Who& who = neighbours_[any(neighbours_.size())].who;
    const auto comment =
        does(who, community::write_comment, {note.id, Text<1, 500>(demo::remarks[any(demo::remarks.size())]), {}});
    if (happens(40))
        does(neighbours_[note.author].who, community::write_comment, {note.id, Text<1, 500>(demo::answers[any(demo::answers.size())]), comment.id});
}

// Views live in the store of events, which has a lane of its own.
void DemoTown::look_at(const Note& note)
{
    const Who& who = neighbours_[any(neighbours_.size())].who;
    community::RecordViews in;
    for (std::size_t i = 0, count = 10 + any(40); i < count; ++i) {
        auto& view = in.views.emplace_back();
        view.event = "demo-view-" + std::to_string(++views_);
        view.note = note.id;
        view.dwell_ms = std::int64_t(2000 + any(40000));
        view.source = community::ViewSource::feed;
    }
    jobs::World& world = meadow_.world();
    community::SeenNotes seen;
    jobs::read_now(world, who, [&](ReadCtx& ctx) { seen = told(community::find_seen_notes(ctx, in)); });
    db::run_and_wait(world.lanes, db::Home::events, std::uint64_t(who.user.value), [&](db::Tx& tx) {
        Reply reply;
        std::vector<Told> told;
        const auto settings = world.settings.now();
        WriteCtx ctx({tx, world.clock.now(), who, *settings, world.adapters, reply, {}}, tx, world.dice, world.ids, told);
        return community::record_views(ctx, in, seen).ok();
    });
}

// The devices of the story are nobody's: every session it opened ends.
void DemoTown::say_goodnight()
{
    for (const Neighbour& one : neighbours_) does(one.who, identity::sign_out, Nothing{});
}

// Codes leave by no other way in a demonstration, so that everybody may read them.
void DemoTown::show_mailbox()
{
    jobs::write_in_lane(meadow_.world(), {}, 0, [&](WriteCtx& ctx) {
        jobs::store::put_setting(ctx.tx, {std::string(identity::mailbox_shown.name), ctx.now, "on", {}, ctx.now});
        return true;
    });
}

const DemoTown::Developed& DemoTown::develop(std::string_view photo, std::uint64_t seed)
{
    Developed& one = developed_[photo.empty() ? "cover " + std::to_string(seed) : std::string(photo)];
    std::string& bytes = one.upload.file.bytes;
    if (!bytes.empty()) return one;
    one.upload.file.content_type = "image/jpeg";
    if (!photo.empty() && !photos_.empty())
        for (const auto& entry : std::filesystem::directory_iterator(photos_))
            if (entry.path().filename().string().starts_with(photo)) {
                std::ifstream in(entry.path(), std::ios::binary);
                bytes.assign(std::istreambuf_iterator<char>(in), {});
            }
    constexpr std::uint64_t faces = 700;  // avatars and logos are shown small
    if (bytes.empty()) bytes = seed >= faces ? blobs::make_cover(seed, 256, 256) : blobs::make_cover(seed, 600, seed % 3 == 0 ? 600 : 800);
    jobs::read_now(meadow_.world(), {}, [&](ReadCtx& ctx) { one.kept = told(media::keep_upload(ctx, one.upload)); });
    return one;
}

MediaId DemoTown::picture(const Who& who, std::string_view photo, std::uint64_t seed)
{
    const Developed& one = develop(photo, seed);
    return told(jobs::write_now<media::Picture>(meadow_.world(), who, std::uint64_t(who.user.value), [&](WriteCtx& ctx) {
               return media::upload_media(ctx, one.upload, one.kept);
           })).id;
}

}  // namespace meadow::app
