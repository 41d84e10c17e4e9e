#include "modules/catalog/products/model.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/json.hpp"

namespace meadow::catalog {
namespace {

class Checker {
public:
    Checker(const ProductContent& content, const ContentLimits& limits, const std::string& at)
        : content_(content), limits_(limits), at_(at)
    {
    }

    std::vector<FieldFault> run()
    {
        if (content_.tax > limits_.most_tax) fault("/tax", "is more than " + std::to_string(limits_.most_tax.per_10k));
        if (content_.commission > limits_.most_commission)
            fault("/commission", "is more than " + std::to_string(limits_.most_commission.per_10k));
        check_options();
        for (std::size_t i = 0; i < content_.skus.size(); ++i) check_sku(content_.skus[i], "/skus/" + std::to_string(i));
        return std::move(faults_);
    }

private:
    void fault(const std::string& where, std::string what) { faults_.push_back({at_ + where, std::move(what)}); }

    void check_options()
    {
        std::set<std::string> names;
        for (std::size_t i = 0; i < content_.options.size(); ++i) {
            const Option& option = content_.options[i];
            const std::string where = "/options/" + std::to_string(i);
            if (!names.insert(option.name).second) fault(where + "/name", "is there twice");
            const std::set<std::string> values(option.values.begin(), option.values.end());
            if (values.size() != option.values.size()) fault(where + "/values", "must differ from each other");
        }
    }

    void check_sku(const SkuContent& sku, const std::string& where)
    {
        if (sku.choice.size() != content_.options.size()) fault(where + "/choice", "must have one value of each option");
        for (std::size_t i = 0; i < std::min(sku.choice.size(), content_.options.size()); ++i) {
            const auto& values = content_.options[i].values;
            if (std::find(values.begin(), values.end(), sku.choice[i]) == values.end())
                fault(where + "/choice/" + std::to_string(i), "is not one of the option's values");
        }
        if (!specs_.insert(spec_text(sku.choice)).second) fault(where + "/choice", "is there twice");
        if (sku.price < Money{1} || sku.price > limits_.most_price)
            fault(where + "/price", "must be from 1 to " + std::to_string(limits_.most_price.minor));
        if (sku.market_price && *sku.market_price <= sku.price) fault(where + "/market_price", "must be above the price");
        if (sku.barcode && !well_formed_barcode(*sku.barcode)) fault(where + "/barcode", "has a wrong check digit");
    }

    const ProductContent& content_;
    const ContentLimits& limits_;
    const std::string& at_;
    std::set<std::string> specs_;
    std::vector<FieldFault> faults_;
};

}  // namespace

std::vector<FieldFault> check(const ProductContent& content, const ContentLimits& limits, const std::string& at)
{
    return Checker(content, limits, at).run();
}

std::string spec_text(const std::vector<OptionValue>& choice)
{
    std::string out;
    for (const OptionValue& value : choice) out += (out.empty() ? "" : " / ") + value;
    return out;
}

bool well_formed_barcode(std::string_view code)
{
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (code.size() != 13 || !digits) return true;
    int sum = 0;
    for (std::size_t i = 0; i < 13; ++i) sum += (code[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

Money price_from(const ProductContent& content)
{
    std::optional<Money> enabled, any;
    for (const SkuContent& sku : content.skus) {
        any = std::min(any.value_or(sku.price), sku.price);
        if (sku.enabled.value_or(true)) enabled = std::min(enabled.value_or(sku.price), sku.price);
    }
    return enabled.value_or(any.value_or(Money{}));
}

bool may_move(ProductState from, ProductState to, Actor by)
{
    return std::any_of(std::begin(product_moves), std::end(product_moves),
                       [&](const ProductMove& m) { return m.from == from && m.to == to && m.by == by; });
}

void put_content(Product& product, const ProductContent& content)
{
    product.title = content.title;
    product.cover = content.pictures.front();
    product.category = content.category;
    product.tax = content.tax;
    product.commission = content.commission;
    product.price_from = price_from(content);
    const ProductDetail detail{content.description, content.pictures, content.options};
    product.detail.text = to_json(detail);
}

Sku sku_of(const SkuContent& content)
{
    Sku sku;
    sku.state = content.enabled.value_or(true) ? SkuState::enabled : SkuState::disabled;
    sku.spec = spec_text(content.choice);
    sku.choice = content.choice;
    sku.picture = content.picture.value_or(MediaId{});
    sku.price = content.price;
    sku.market_price = content.market_price.value_or(Money{});
    sku.barcode = content.barcode.value_or("");
    sku.merchant_code = content.merchant_code.value_or("");
    return sku;
}

ProductDetail detail_of(const Product& product) { return from_json<ProductDetail>(product.detail.text).value(); }

ProductContent content_of(const Product& product, const std::vector<Sku>& skus)
{
    ProductDetail detail = detail_of(product);
    ProductContent content;
    content.title = product.title;
    content.description = detail.description;
    content.pictures = std::move(detail.pictures);
    content.category = product.category;
    content.tax = product.tax;
    content.commission = product.commission;
    content.options = std::move(detail.options);
    for (const Sku& sku : skus) {
        if (sku.state == SkuState::retired) continue;
        SkuContent& out = content.skus.emplace_back();
        out.choice = sku.choice;
        out.price = sku.price;
        if (sku.market_price) out.market_price = sku.market_price;
        if (!sku.barcode.empty()) out.barcode = sku.barcode;
        if (!sku.merchant_code.empty()) out.merchant_code = sku.merchant_code;
        if (sku.picture) out.picture = sku.picture;
        out.enabled = sku.state == SkuState::enabled;
    }
    return content;
}

}  // namespace meadow::catalog
