#include "modules/discovery/diary/said.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "blobs/look.hpp"
#include "modules/discovery/diary/print.hpp"
#include "modules/discovery/lists/cells.hpp"
#include "modules/discovery/lists/model.hpp"
#include "modules/discovery/search/entries.hpp"
#include "modules/discovery/search/library.hpp"

namespace meadow::discovery {
namespace {

constexpr double sounds = 0.3;   // from this mood on

std::int64_t side_of(const lang::Tone& tone) { return tone.mood() > sounds ? 1 : tone.mood() < -sounds ? -1 : 0; }

std::vector<std::string> unpinned(const GoodsNames& goods, const lang::Normaliser& normaliser, const community::PublicNote& note, std::string_view plain,
                                  const std::vector<catalog::ProductCard>& pinned)
{
    auto things = goods.things_in(plain);
    for (const ProductId product : note.products) {
        const auto card = std::find_if(pinned.begin(), pinned.end(), [product](const auto& p) { return p.id == product; });
        if (card == pinned.end()) continue;
        for (const std::string& thing : goods.things_in(normaliser.plain(card->title))) std::erase(things, thing);
    }
    return things;
}

}  // namespace

Shown shown_by(db::ReadTx& tx, const std::vector<community::PublicNote>& notes)
{
    Shown out;
    std::vector<MediaId> covers;
    for (const auto& note : notes)
        if (!note.media.empty()) covers.push_back(note.media.front());
    if (!covers.empty()) out.covers = media::pictures(tx, covers);
    if (const auto products = pinned_by(notes); !products.empty()) out.pinned = catalog::shown_products(tx, products);
    return out;
}

Entry entry_of(const jobs::World& world, const community::PublicNote& note, const Shown& shown, std::string key)
{
    NoteEntry body{note.id, note.author};
    const auto& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    const Library& library = world.adapters.get<Library>();
    if (!note.topics.empty()) body.topic = topic_list(normaliser, note.topics.front()).value;
    const std::string face = note.title + '\n' + (note.media.empty() ? "" : text(note.media.front()));
    std::uint64_t hash = 14695981039346656037ull;   // FNV-1a
    for (const unsigned char c : face) hash = (hash ^ c) * 1099511628211ull;
    body.face = std::int64_t(hash & INT64_MAX);
    const std::string words = note.title + '\n' + note.text, plain = normaliser.plain(words);
    body.print = std::int64_t(text_print(plain));
    body.products = note.products;
    if (note.latitude && note.longitude) body.cell = cells_at({*note.latitude, *note.longitude})[1].value;   // the size that fits a ring of 10 km
    if (auto things = unpinned(*library.words.goods(), normaliser, note, plain, shown.pinned); !things.empty()) body.things = std::move(things);
    if (const std::int64_t side = side_of(library.tones.of(words)); side != 0) body.mood = side;
    const auto cover = std::find_if(shown.covers.begin(), shown.covers.end(), [&](const auto& p) { return !note.media.empty() && p.id == note.media.front(); });
    if (const std::uint64_t look = cover == shown.covers.end() ? 0 : blobs::look_of(cover->blurhash); look != 0) body.cover = std::int64_t(look);
    return {{}, std::move(key), world.clock.now(), EntryKind::note, to_json(body)};
}

std::optional<Entry> remark_of(const jobs::World& world, UserId by, const community::ShownComment& comment, Instant at, std::string key)
{
    const lang::Tone tone = world.adapters.get<Library>().tones.of(comment.text);
    RemarkEntry body{comment.note, tone.asks, side_of(tone)};
    if (auto sketch = text_sketch(world.adapters.get<lang::Segmenter>().normaliser().plain(comment.text)); !sketch.empty()) body.sketch = std::move(sketch);
    if (!body.asks && body.mood == 0 && !body.sketch) return {};
    return Entry{by, std::move(key), at, EntryKind::remark, to_json(body)};
}

}  // namespace meadow::discovery
