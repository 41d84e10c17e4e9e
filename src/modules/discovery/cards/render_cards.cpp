#include "modules/discovery/cards/render_cards.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "text/segmenter.hpp"
#include "text/utf8.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t title_length = 40;  // code points, as a note's own title

template <class T, class Id>
const T* find_in(const std::vector<T>& all, Id id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// Everything the cards of some notes are made from.
struct Material {
    std::vector<community::PublicNote> notes;
    std::vector<identity::PersonCard> people;
    std::vector<media::Picture> pictures;
    std::vector<catalog::ProductCard> products;

    Material(db::ReadTx& tx, std::vector<community::PublicNote> read) : notes(std::move(read))
    {
        std::vector<UserId> authors;
        std::vector<MediaId> covers;
        std::vector<ProductId> pinned;
        for (const auto& note : notes) {
            authors.push_back(note.author);
            if (!note.media.empty()) covers.push_back(note.media.front());
            pinned.insert(pinned.end(), note.products.begin(), note.products.end());
        }
        people = identity::person_cards(tx, authors);
        if (!covers.empty()) pictures = media::pictures(tx, covers);
        if (!pinned.empty()) products = catalog::shown_products(tx, pinned);
    }

    std::optional<PinnedCard> pinned_by(const community::PublicNote& note) const
    {
        for (const ProductId id : note.products)
            if (const auto* product = find_in(products, id); product != nullptr && product->on_sale)
                return PinnedCard{product->id, product->title, product->price_from};
        return {};
    }
};

FeedCard card_of(const community::PublicNote& note, const identity::PersonCard& author, const Material& from)
{
    FeedCard card;
    card.id = note.id;
    card.title = shown_title(note.title, note.text);
    if (const auto* cover = note.media.empty() ? nullptr : find_in(from.pictures, note.media.front())) {
        card.cover = *cover;
        card.video = cover->kind == media::MediaKind::video;
    }
    card.author = author;
    card.likes = note.likes;
    card.product = from.pinned_by(note);
    card.disclosed = note.disclosed;
    card.place = note.place;
    card.topics = note.topics;
    card.published_at = note.published_at;
    return card;
}

std::vector<CardPtr> render(ReadCtx& ctx, std::vector<community::PublicNote> notes)
{
    const Material from(ctx.tx, std::move(notes));
    const auto& normaliser = ctx.outside<lang::Segmenter>().normaliser();
    std::vector<CardPtr> out;
    for (const auto& note : from.notes) {
        const auto* author = find_in(from.people, note.author);
        if (author == nullptr) continue;  // gone, and its notes with it
        std::vector<ListId> topics;
        for (const std::string& topic : note.topics) topics.push_back(topic_list(normaliser, topic));
        out.push_back(std::make_shared<Card>(Card{note.id, note.author, note.products, ctx.now, to_json(card_of(note, *author, from)), std::move(topics),
                                                  shown_title(note.title, note.text), note.text}));
    }
    return out;
}

}  // namespace

std::string shown_title(std::string_view title, std::string_view text)
{
    if (!title.empty()) return std::string(title);
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < title_length && text[at] != '\n'; ++count) at += lang::decode(text, at).bytes;
    return std::string(text.substr(0, at));
}

std::vector<CardPtr> cards_of(ReadCtx& ctx, const std::vector<NoteId>& notes)
{
    CardShelf& shelf = ctx.outside<CardShelf>();
    std::vector<CardPtr> out = shelf.find_all(notes, ctx.now);
    std::vector<NoteId> missing;
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (!out[i]) missing.push_back(notes[i]);
    if (!missing.empty()) {
        for (CardPtr& card : render(ctx, community::public_notes(ctx.tx, missing))) {
            for (std::size_t i = 0; i < notes.size(); ++i)
                if (notes[i] == card->note) out[i] = card;
            shelf.keep(std::move(card));
        }
    }
    std::erase(out, nullptr);
    return out;
}

Rendered<std::vector<FeedCard>> listed(const std::vector<CardPtr>& cards)
{
    std::size_t bytes = 2 + cards.size();
    for (const CardPtr& card : cards) bytes += card->json.size();
    Rendered<std::vector<FeedCard>> out;
    out.text.reserve(bytes);
    out.text += '[';
    for (const CardPtr& card : cards) {
        if (out.text.size() > 1) out.text += ',';
        out.text += card->json;
    }
    out.text += ']';
    return out;
}

void drop_blocked(ReadCtx& ctx, std::vector<CardPtr>& cards)
{
    if (!ctx.who.signed_in()) return;
    std::vector<UserId> authors;
    for (const CardPtr& card : cards) authors.push_back(card->author);
    const auto blocked = identity::blocked_with(ctx.tx, ctx.who.user, authors);
    std::erase_if(cards, [&](const CardPtr& card) { return std::find(blocked.begin(), blocked.end(), card->author) != blocked.end(); });
}

Mine mine_of(ReadCtx& ctx, const std::vector<CardPtr>& cards)
{
    std::vector<NoteId> notes;
    std::vector<UserId> authors;
    for (const CardPtr& card : cards) {
        notes.push_back(card->note);
        authors.push_back(card->author);
    }
    return {community::liked_among(ctx.tx, ctx.who.user, notes), community::followed_among(ctx.tx, ctx.who.user, authors)};
}

}  // namespace meadow::discovery
