// The demo town: three weeks in the life of thirty people and eight shops, lived through the product's own verbs with a clock that
// is moved along, so that every counter, order and notification is as true as in a real town. The same words and choices every
// time; only secrets differ.
#pragma once
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/demo_content.hpp"
#include "app/opening.hpp"
#include "app/own_street.hpp"
#include "modules/catalog/shops/open_shop.hpp"
#include "modules/community/notes/model.hpp"
#include "modules/media/items/upload_media.hpp"

namespace meadow::app {

class DemoTown {
public:
    struct Neighbour {
        Who who;
        std::string handle, address, password;
        AddressId home;
        std::string role;   // "operator", "moderator", "creator", "brand"; empty: none
    };

    // `photos`: a folder of photographs, or empty: then covers are painted.
    DemoTown(Opening&, std::filesystem::path photos);
    // Throws std::runtime_error when a verb refuses: the story must be possible.
    void live();
    const std::vector<Neighbour>& neighbours() const { return neighbours_; }

private:
    struct Shop {
        ShopId id;
        demo::Theme theme;
        std::size_t keeper;
    };
    struct Piece {
        SkuId id;
        Money price;
    };
    struct Article {
        const demo::Goods* goods;
        ShopId shop;
        std::size_t keeper;
        ProductId id;
        std::vector<Piece> pieces;
    };
    // A picture is decoded and encoded once; everybody who shows it uploads it as their own.
    struct Developed {
        media::UploadMedia upload;
        media::Kept kept;
    };
    struct Note {
        NoteId id;
        std::size_t author;
        demo::Theme theme;
        std::optional<std::size_t> article;   // pinned
    };
    // An order that is looked after until the buyer has it.
    struct Purchase {
        ShopId shop;
        OrderId order;
        std::size_t keeper, buyer, article;
        int number;
    };

    void move_in();
    void open_shops();
    void stock_shelves();
    community::Place place_in(std::string_view city);
    void write_note(const demo::Story&);
    std::optional<std::size_t> article_of(std::string_view photo) const;
    demo::Theme theme_of(const demo::Story&) const;
    // What somebody likes to read about: two themes of the six.
    bool cares(std::size_t neighbour, demo::Theme) const;
    void browse(std::size_t neighbour);
    void answer(std::size_t neighbour, const std::vector<NoteId>& opened);
    void react_to(std::size_t neighbour, const Note&);
    void comment_on(std::size_t neighbour, const Note&);
    void look_at(std::size_t neighbour, const Note&);
    void search(std::size_t neighbour);
    void in_events(const Who&, const std::function<bool(WriteCtx&)>&);
    void buy();
    Purchase order(const Note&, std::size_t buyer);   // of a note that pins something
    void pay(const Who&, ShopId, OrderId);
    void look_after_orders();
    void give_role(std::size_t neighbour, Role, std::string_view name, std::string_view reason);
    void name_brand(std::size_t neighbour, std::string_view brand);
    void open_brand_store();
    void try_numbers();
    void furnish_desks();
    void submit_goods();
    void file_reports();
    void offer_rates();
    Purchase sent(ShopId);
    void dispute();
    void leave_unshipped();
    void catch_up();
    const Who& boss() const { return neighbours_.front().who; }
    std::size_t stranger() const { return neighbours_.size() - 1; }   // who never opens Discover
    void show_mailbox();
    Parts parts_of(Opening&);
    void say_goodnight();

    // `view`: which part of the photograph; the same few are looked at in many ways. Without photographs a cover is painted.
    MediaId picture(const Who&, std::string_view photo, std::uint64_t view);
    MediaId face(const Who&, std::string_view photo, std::uint64_t seed);
    const Developed& develop(std::string_view photo, std::uint64_t view);
    std::string photograph(std::string_view photo) const;
    std::size_t any(std::size_t count) { return std::size_t(chance_.below(count)); }
    bool happens(int percent) { return chance_.below(100) < std::uint64_t(percent); }
    void pass(Duration);

    // The value, or the end of the story with the reason.
    template <class Out>
    static Out told(Result<Out>&&);
    template <class In, class Out>
    Out does(const Who&, Result<Out> (*verb)(WriteCtx&, const In&), const In&);
    template <class In, class Proof, class Out>
    Out does(const Who&, Result<Proof> (*prepare)(ReadCtx&, const In&), Result<Out> (*verb)(WriteCtx&, const In&, const Proof&), const In&);

    const std::filesystem::path photos_;
    jobs::FakeClock clock_;
    jobs::SeededDice chance_{20240711};
    const std::shared_ptr<OwnStreet> street_;
    Meadow meadow_;
    std::vector<Neighbour> neighbours_;
    std::vector<Shop> shops_;
    std::vector<Article> articles_;
    std::deque<Note> notes_;
    ShopId brand_store_;
    std::map<std::string, Developed> developed_;
    std::vector<Purchase> purchases_;
    int views_ = 0, answers_ = 0, sold_ = 0;
};

template <class Out>
Out DemoTown::told(Result<Out>&& result)
{
    if (!result.ok()) {
        std::string what = std::string(result.refusal().kind->key) + " " + result.refusal().detail;
        for (const FieldFault& f : result.refusal().fields) what += " " + f.where + " " + f.what;
        throw std::runtime_error("the demo town cannot be: " + what);
    }
    return std::move(result).value();
}

template <class In, class Out>
Out DemoTown::does(const Who& who, Result<Out> (*verb)(WriteCtx&, const In&), const In& in)
{
    return told(jobs::write_now<Out>(meadow_.world(), who, std::uint64_t(who.user.value), [&](WriteCtx& ctx) { return verb(ctx, in); }));
}

template <class In, class Proof, class Out>
Out DemoTown::does(const Who& who, Result<Proof> (*prepare)(ReadCtx&, const In&), Result<Out> (*verb)(WriteCtx&, const In&, const Proof&),
                   const In& in)
{
    std::optional<Proof> proof;
    jobs::read_now(meadow_.world(), who, [&](ReadCtx& ctx) { proof.emplace(told(prepare(ctx, in))); });
    return told(jobs::write_now<Out>(meadow_.world(), who, std::uint64_t(who.user.value), [&](WriteCtx& ctx) { return verb(ctx, in, *proof); }));
}

}  // namespace meadow::app
