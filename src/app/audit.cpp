#include "app/audit.hpp"

#include "modules/community/community.hpp"
#include "modules/fulfilment/fulfilment.hpp"
#include "modules/media/media.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::app {

std::vector<std::string> audit_faults(db::ReadTx& tx)
{
    std::vector<std::string> faults;
    const auto add = [&](std::string_view what, const std::vector<std::string>& found) {
        for (const std::string& one : found) faults.push_back(std::string(what) + ": " + one);
    };
    add("books", trading::check_books(tx).faults);
    add("stock", fulfilment::check_stock(tx));
    add("counters", community::check_counts(tx));
    return faults;
}

MediaAudit audit_media(db::ReadTx& tx, const blobs::Store& store)
{
    constexpr std::size_t most_names = 1000;
    MediaAudit audit;
    media::each_blob(tx, [&](const std::string& name) {
        ++audit.files;
        if (store.exists(name)) return;
        ++audit.missing;
        if (audit.some_missing.size() < most_names) audit.some_missing.push_back(name);
    });
    return audit;
}

}  // namespace meadow::app
