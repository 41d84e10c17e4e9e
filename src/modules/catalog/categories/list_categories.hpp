#pragma once
#include "jobs/context.hpp"

namespace meadow::catalog {

struct Category {
    std::string category;  // "beauty.lipstick"
    std::string parent;    // "beauty"; empty for the first level
    std::string zh;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(Category, (), (category, parent, zh, en))

struct Categories {
    std::vector<Category> items;
};
BOOST_DESCRIBE_STRUCT(Categories, (), (items))

// All of them, parents before their children, in the order they are shown.
Result<Categories> list_categories(ReadCtx&, const Nothing&);

}  // namespace meadow::catalog
