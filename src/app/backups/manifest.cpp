#include "app/backups/manifest.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/json.hpp"
#include "blobs/store.hpp"

namespace meadow::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_name = "manifest.json";
constexpr const char* media_name = "media";

// All that was written below a directory reaches the disk.
void sync_tree(const fs::path& directory)
{
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::syncfs(fd) == 0;
    if (fd >= 0) ::close(fd);
    if (!synced) throw std::runtime_error("cannot sync " + directory.string());
}

KeptMedia verify_media(const fs::path& backup)
{
    KeptMedia found;
    if (!fs::exists(backup / media_name)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(backup / media_name)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().lexically_relative(backup / media_name).generic_string();
        if (!blobs::Store::is_name(name)) throw std::runtime_error("a file that does not belong here: " + entry.path().string());
        if (sha256_of(entry.path()) != entry.path().stem()) throw std::runtime_error("not what it was: " + entry.path().string());
        ++found.files;
        found.bytes += std::int64_t(entry.file_size());
    }
    return found;
}

}  // namespace

std::string sha256_of(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> hash(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!in || EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) != 1) throw std::runtime_error("cannot read " + path.string());
    std::array<char, 1 << 16> chunk;
    while (in.read(chunk.data(), chunk.size()) || in.gcount() > 0)
        EVP_DigestUpdate(hash.get(), chunk.data(), std::size_t(in.gcount()));
    if (in.bad()) throw std::runtime_error("cannot read " + path.string());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    EVP_DigestFinal_ex(hash.get(), digest.data(), &size);
    std::string hex;
    for (unsigned i = 0; i < size; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4];
        hex += "0123456789abcdef"[digest[i] & 15];
    }
    return hex;
}

KeptFile keep_file(const fs::path& backup, const std::string& path)
{
    return {path, std::int64_t(fs::file_size(backup / path)), sha256_of(backup / path)};
}

Manifest read_manifest(const fs::path& backup)
{
    std::ifstream in(backup / manifest_name);
    if (!in)
        throw std::runtime_error(backup.string() + " is not a backup, or one that was never finished: it has no " + manifest_name);
    std::stringstream text;
    text << in.rdbuf();
    const auto manifest = from_json<Manifest>(text.str());
    if (!manifest.ok()) throw std::runtime_error((backup / manifest_name).string() + " cannot be understood");
    if (manifest->format != 1)
        throw std::runtime_error("this backup was made by a newer meadow (format " + std::to_string(manifest->format) + ")");
    return *manifest;
}

void write_manifest(const Manifest& manifest, const fs::path& backup)
{
    sync_tree(backup);
    std::ofstream out(backup / manifest_name);
    out << to_json(manifest) << "\n";
    if (!out.flush()) throw std::runtime_error("cannot write " + (backup / manifest_name).string());
    sync_tree(backup);
}

void verify_files(const Manifest& manifest, const fs::path& backup)
{
    for (const KeptFile& file : manifest.files) {
        const fs::path path = backup / file.path;
        if (!fs::exists(path)) throw std::runtime_error("missing: " + path.string());
        if (std::int64_t(fs::file_size(path)) != file.bytes || sha256_of(path) != file.sha256)
            throw std::runtime_error("not what it was: " + path.string());
    }
    const KeptMedia found = verify_media(backup);
    if (found.files != manifest.media.files || found.bytes != manifest.media.bytes)
        throw std::runtime_error("the media are not all there: " + std::to_string(found.files) + " files of " +
                                 std::to_string(manifest.media.files));
}

}  // namespace meadow::app
