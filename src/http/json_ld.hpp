// Linked data for search engines (https://schema.org as JSON-LD 1.1): one object, written in the order it is told.
//
//     JsonLd product("Product");
//     product.set("name", title).set("offers", JsonLd("Offer").set("priceCurrency", "CNY").set("price", "12.00"));
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meadow::http {

class JsonLd {
public:
    explicit JsonLd(std::string_view type);

    JsonLd& set(std::string_view name, std::string_view text);
    JsonLd& set(std::string_view name, std::int64_t number);
    JsonLd& set(std::string_view name, const JsonLd& object);
    JsonLd& set(std::string_view name, const std::vector<std::string>& texts);
    JsonLd& set(std::string_view name, const std::vector<JsonLd>& objects);

    // For a <script type="application/ld+json">: nothing in it can end the element.
    std::string script() const;

private:
    std::string& member(std::string_view name);
    std::string members_;
};

}  // namespace meadow::http
