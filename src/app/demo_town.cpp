#include "app/demo_town.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "blobs/covers.hpp"
#include "blobs/crop.hpp"
#include "jobs/outgoing.hpp"
#include "jobs/store.hpp"
#include "modules/catalog/products/create_product.hpp"
#include "modules/community/notes/publish_note.hpp"
#include "modules/community/views/fold_views.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/module.hpp"
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
// Stories are told in another order than they are written down, so that their subjects alternate. Has no factor in common with how many there are.
constexpr std::size_t stride = 37;
constexpr auto evening = 4h;   // what happens after the last note, and the minutes that orders take
constexpr std::size_t searching = 36;   // so many stories before the end people begin to search

constexpr std::uint64_t faces = 700;   // views from here on are faces and signs
constexpr blobs::Crop views[] = {{1, 1, 0.5, 0.5, 960},         {0.75, 1, 0.5, 0.5, 720},   {1, 1.15, 0.5, 0.45, 720},
                                 {4.0 / 3, 1.05, 0.5, 0.5, 720}, {0.75, 1.3, 0.5, 0.6, 720}, {0.8, 1.6, 0.45, 0.5, 720}};

// What is bigger or longer costs more; another colour does not.
bool grows(std::string_view option)
{
    constexpr std::string_view sizes[] = {"内存", "存储", "长度", "高度", "尺寸", "直径"};
    return std::find(std::begin(sizes), std::end(sizes), option) != std::end(sizes);
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
    discovery::keep_diary(meadow_.world());
}

void DemoTown::live()
{
    const Instant end = clock_.now() + lifetime;
    move_in();
    open_shops();
    stock_shelves();
    const std::size_t count = demo::stories.size();
    const Duration pause = (end - clock_.now() - evening) / std::int64_t(count);
    for (std::size_t i = 0; i < count; ++i) {
        write_note(demo::stories[i * stride % count]);
        if (i == count / 3) try_numbers();
        if (i == count / 2) open_brand_store();
        pass(pause / 3);
        for (int round = 0; round < 3; ++round) browse(any(stranger()));
        catch_up();
        if (i + searching == count) discovery::fill_memory(meadow_.world(), [] { return true; });
        if (i + searching >= count)
            for (std::size_t people = i + searching / 3 >= count ? 3 : 1; people > 0; --people) search(any(neighbours_.size()));
        pass(pause / 3);
        if (i % 2 == 0) buy();
        look_after_orders();
        pass(end - clock_.now() > pause ? pause / 3 : Duration{0});
    }
    furnish_desks();
    while (community::fold_views(meadow_.world()) > 0) {}
    say_goodnight();
    show_mailbox();
    pass(std::max(end - clock_.now(), Duration{0}));
    catch_up();
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
        if (!resident.face.empty()) profile.avatar = face(one.who, resident.face, neighbours_.size());
        does(one.who, identity::edit_profile, profile);
        const trading::AddressForm home{Text<1, 40>(resident.name), "138 0013 8000", Text<1, 40>(resident.city), Text<1, 40>(resident.city), "",
                                        Text<1, 200>("花园路 " + std::to_string(neighbours_.size() + 1) + " 号")};
        one.home = does(one.who, trading::add_address, home).id;
        neighbours_.push_back(std::move(one));
        pass(20min);
    }
    neighbours_.front().role = "operator";
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
        in.logo = face(neighbours_[keeper].who, store.sign, 100 + keeper);
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
        in.product.description = std::string(goods.title) + "\n" + std::string(demo::promises[std::size_t(goods.theme)]);
        for (const std::uint64_t view : {0u, 5u}) in.product.pictures.push_back(picture(keeper, goods.photo, view));
        in.product.category = std::string(goods.category);
        in.product.tax = {1300};
        in.product.commission = {number % 3 == 0 ? std::int64_t(300 + 100 * any(10)) : 0};   // few pay those who write about them
        const auto values = goods.option.empty() ? std::vector<std::string>{""} : split(goods.values);
        if (!goods.option.empty()) {
            auto& option = in.product.options.emplace_back();
            option.name = std::string(goods.option);
            for (const std::string& value : values) option.values.push_back(catalog::OptionValue(value));
        }
        Money price = goods.yuan < 200 ? yuan(goods.yuan) + Money{90} : yuan(goods.yuan);
        for (const std::string& value : values) {
            auto& sku = in.product.skus.emplace_back();
            if (!value.empty()) sku.choice.push_back(catalog::OptionValue(value));
            sku.price = price;
            if (number % 4 == 0) sku.market_price = price + yuan(std::max(10, goods.yuan / 5));
            sku.stock = std::int64_t(happens(4) ? 0 : 3 + any(180));
            if (grows(goods.option)) price = price + yuan(std::max(6, goods.yuan / 8));
        }
        const auto product = does(keeper, catalog::create_product, in);
        Article& article = articles_.emplace_back(Article{&goods, shop.id, shop.keeper, product.id, {}});
        for (std::size_t i = 0; i < product.skus.size(); ++i)
            if (in.product.skus[i].stock > 0) article.pieces.push_back({product.skus[i].id, in.product.skus[i].price});
        pass(5min);
    }
}

std::optional<std::size_t> DemoTown::article_of(std::string_view photo) const
{
    for (std::size_t i = 0; i < articles_.size(); ++i)
        if (articles_[i].goods->photo == photo) return i;
    return std::nullopt;
}

demo::Theme DemoTown::theme_of(const demo::Story& story) const
{
    for (const std::string& photo : split(story.photos))
        if (const auto article = article_of(photo)) return articles_[*article].goods->theme;
    return demo::Theme::desk;
}

// Somewhere within some ten kilometres of a city's middle.
community::Place DemoTown::place_in(std::string_view name)
{
    const auto city = std::find_if(demo::cities.begin(), demo::cities.end(), [&](const demo::City& c) { return c.name == name; });
    if (city == demo::cities.end()) throw std::logic_error("nobody knows where " + std::string(name) + " is");
    const auto aside = [&] { return double(any(181)) / 1000 - 0.09; };
    return {Text<1, 60>(name), city->latitude + aside(), city->longitude + aside()};
}

void DemoTown::write_note(const demo::Story& story)
{
    const demo::Theme theme = theme_of(story);
    std::size_t author = any(neighbours_.size());
    while (!cares(author, theme)) author = any(neighbours_.size());
    const Who& who = neighbours_[author].who;
    const auto photos = split(story.photos);
    community::PublishNote in;
    in.title = std::string(story.title);
    in.text = std::string(story.text);
    // Those who photograph the same thing stand in one of two places.
    const auto place = [&](const std::string& photo) { return 1 + (photo.size() + any(2)) % 4; };
    for (const std::string& photo : photos) in.media.push_back(picture(who, photo, place(photo)));
    if (happens(60)) in.media.push_back(picture(who, photos.front(), 5));
    const auto article = story.pins ? article_of(photos.front()) : std::nullopt;
    if (article) in.products.push_back(articles_[*article].id);
    if (happens(40)) in.place = place_in(demo::residents[author].city);
    notes_.push_front({does(who, community::publish_note, in).id, author, theme, article});
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

std::string DemoTown::photograph(std::string_view photo) const
{
    if (photos_.empty()) return "";
    for (const auto& entry : std::filesystem::directory_iterator(photos_))
        if (entry.path().filename().string().starts_with(photo)) {
            std::ifstream in(entry.path(), std::ios::binary);
            return {std::istreambuf_iterator<char>(in), {}};
        }
    return "";
}

const DemoTown::Developed& DemoTown::develop(std::string_view photo, std::uint64_t view)
{
    Developed& one = developed_[std::string(photo) + " " + std::to_string(view)];
    std::string& bytes = one.upload.file.bytes;
    if (!bytes.empty()) return one;
    one.upload.file.content_type = "image/jpeg";
    bytes = photograph(photo);
    const bool small = view >= faces;   // is shown small
    if (bytes.empty())
        bytes = small ? blobs::make_cover(view, 256, 256) : blobs::make_cover(std::hash<std::string_view>{}(photo) + view, 600, view % 3 == 0 ? 600 : 800);
    else if (small)
        bytes = blobs::cropped(bytes, {1, 1.3, 0.5, 0.5, 256});
    else
        bytes = blobs::cropped(bytes, views[view % std::size(views)]);
    jobs::read_now(meadow_.world(), {}, [&](ReadCtx& ctx) { one.kept = told(media::keep_upload(ctx, one.upload)); });
    return one;
}

MediaId DemoTown::picture(const Who& who, std::string_view photo, std::uint64_t view)
{
    const Developed& one = develop(photo, view);
    return told(jobs::write_now<media::Picture>(meadow_.world(), who, std::uint64_t(who.user.value), [&](WriteCtx& ctx) {
               return media::upload_media(ctx, one.upload, one.kept);
           })).id;
}

MediaId DemoTown::face(const Who& who, std::string_view photo, std::uint64_t seed) { return picture(who, photo, faces + seed); }

}  // namespace meadow::app
