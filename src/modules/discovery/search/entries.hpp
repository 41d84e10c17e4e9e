// How each kind of thing is entered into its book: which of its texts are its title, its topics, its names.
#pragma once
#include <vector>

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/identity/identity.hpp"
#include "text/index.hpp"

namespace meadow::discovery {

void enter(lang::Index&, const std::vector<community::PublicNote>&, const std::vector<catalog::ProductCard>& pinned);
void enter(lang::Index&, const catalog::ListedProduct&, const std::string& brand, const std::vector<std::string>& barcodes);
void enter(lang::Index&, const identity::PersonCard&);
void enter(lang::Index&, const catalog::ShopCard&, const std::string& brand);

// A topic has no id of its own: a hash of its normalised name.
std::int64_t topic_number(std::string_view normalised);
void enter_topic(lang::Index&, std::string_view name);

// The products that notes pin, each once.
std::vector<ProductId> pinned_by(const std::vector<community::PublicNote>&);

}  // namespace meadow::discovery
