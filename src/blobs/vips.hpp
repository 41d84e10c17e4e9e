// The one place that sees libvips' header, and an owner for its images. Included by .cpp files of this folder only.
#pragma once
#include <vips/vips.h>

#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace meadow::blobs {

// Starts the library on first use: one thread a picture, no cache, no loader that its authors call unfit for foreign bytes.
inline void start_vips()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (VIPS_INIT("meadow") != 0) throw std::runtime_error("libvips does not start");
        vips_concurrency_set(1);
        vips_cache_set_max(0);
        vips_block_untrusted_set(TRUE);
        // Damaged uploads are everyday refusals; the library would write a line to stderr for each.
        g_log_set_handler(
            "VIPS", G_LOG_LEVEL_WARNING, [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
    });
}

class VipsPicture {
public:
    VipsPicture() = default;
    VipsPicture(VipsPicture&& other) noexcept : image_(std::exchange(other.image_, nullptr)) {}
    VipsPicture& operator=(VipsPicture&& other) noexcept
    {
        std::swap(image_, other.image_);
        return *this;
    }
    ~VipsPicture()
    {
        if (image_ != nullptr) g_object_unref(image_);
    }

    VipsImage** out() { return &image_; }  // for a call that makes an image; must be empty
    VipsImage* get() const { return image_; }
    int width() const { return vips_image_get_width(image_); }
    int height() const { return vips_image_get_height(image_); }

private:
    VipsImage* image_ = nullptr;
};

// What a *save_buffer call made.
class VipsBytes {
public:
    VipsBytes() = default;
    VipsBytes(const VipsBytes&) = delete;
    ~VipsBytes() { g_free(data_); }

    void** data() { return &data_; }
    std::size_t* size() { return &size_; }
    std::string take() const { return {static_cast<const char*>(data_), size_}; }

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace meadow::blobs
