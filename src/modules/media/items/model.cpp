#include "modules/media/items/model.hpp"

#include "http/tokens.hpp"

namespace meadow::media {

std::string key_of(const std::vector<File>& files)
{
    std::string all;
    for (const File& file : files) all += file.name + ' ' + file.blob + '\n';
    return http::sha256_hex(all).substr(0, 32);
}

}  // namespace meadow::media
