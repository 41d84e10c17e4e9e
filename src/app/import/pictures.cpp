#include "app/import/pictures.hpp"

#include <filesystem>
#include <fstream>

#include "app/import/hash.hpp"
#include "blobs/covers.hpp"
#include "modules/media/events.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::app {
namespace {

constexpr std::size_t most_ready = 20'000;          // about 1 KB each
constexpr std::uintmax_t largest = 20u << 20;
constexpr std::string_view painted = "cover:";      // no file: a colon is not taken in file names

std::string type_of(const std::string& name)
{
    const std::string extension = std::filesystem::path(name).extension().string();
    if (extension == ".png") return "image/png";
    if (extension == ".webp") return "image/webp";
    return "image/jpeg";
}

}  // namespace

std::vector<std::string> Pictures::named(std::string_view list, std::string_view owner_of_none) const
{
    std::vector<std::string> out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('|'), list.size());
        if (end > 0) out.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    if (out.empty() && covers_ > 0) out.push_back(std::string(painted) + std::to_string(hash_of(owner_of_none) % covers_));
    return out;
}

void Pictures::make_room()
{
    if (ready_.size() > most_ready) ready_.clear();
}

void Pictures::prepare(const std::string& name)
{
    if (!ready_.contains(name)) ready_.emplace(name, read(name));
}

Pictures::Ready Pictures::read(const std::string& name) const
{
    Ready out;
    media::UploadMedia upload;
    if (name.starts_with(painted)) {
        const auto seed = std::uint64_t(std::stoull(name.substr(painted.size())));
        upload.file = {"image/jpeg", blobs::make_cover(seed, 900, seed % 3 == 0 ? 900 : 1200)};
    } else {
        const std::filesystem::path path(name);
        if (path.is_absolute() || name.find("..") != std::string::npos || name.find(':') != std::string::npos) {
            out.fault = name + " is not a file below the one that names it";
            return out;
        }
        std::error_code error;
        const auto size = std::filesystem::file_size(std::filesystem::path(directory_) / path, error);
        if (error || size > largest) {
            out.fault = error ? "there is no file " + name : name + " is larger than 20 MiB";
            return out;
        }
        std::ifstream in(std::filesystem::path(directory_) / path, std::ios::binary);
        upload.file.content_type = type_of(name);
        upload.file.bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    jobs::read_now(world_, {}, [&](ReadCtx& ctx) {
        auto kept = media::keep_upload(ctx, upload);
        if (kept.ok()) out.kept = std::move(*kept);
        else out.fault = name + ": " + std::string(kept.refusal().kind->title);
    });
    return out;
}

MediaId Pictures::give(WriteCtx& ctx, UserId owner, const std::string& name, std::unordered_set<std::string>& kept_by_batch) const
{
    const media::Kept& kept = ready_.at(name).kept;
    media::Item item{kept.picture, owner, kept.duration_ms, ctx.now};
    item.picture.id = ctx.new_id<MediaId>();
    if (kept_by_batch.insert(name).second)
        for (const media::File& file : kept.files) media::store::put_file(ctx.tx, item.picture.key, file);
    media::store::insert_item(ctx.tx, item, true);
    ctx.tell(media::MediaStored{item.picture.id, owner});
    return item.picture.id;
}

}  // namespace meadow::app
