#include "modules/discovery/search/book.hpp"

namespace meadow::discovery {

bool Book::tidy()
{
    std::optional<lang::Merge> merge;
    {
        const std::lock_guard pen(pen_);
        merge = index_.next_merge();
    }
    return run(std::move(merge));
}

void Book::compact()
{
    std::optional<lang::Merge> merge;
    {
        const std::lock_guard pen(pen_);
        merge = index_.merge_of_all();
    }
    run(std::move(merge));
}

bool Book::run(std::optional<lang::Merge> merge)
{
    if (!merge) return false;
    auto merged = merge->run();
    write([&](lang::Index& index) { index.install(*merge, std::move(merged)); });
    return true;
}

}  // namespace meadow::discovery
