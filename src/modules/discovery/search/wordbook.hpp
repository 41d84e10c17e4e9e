// What is known of words beside what the indexes hold: synonyms, and words somebody may have meant. Immutable pictures behind one pointer,
// made anew by learn_words.
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/discovery/search/words/goods_names.hpp"
#include "text/lexicon.hpp"

namespace meadow::discovery {

struct Saying {
    std::string words;      // normalised
    float worth = 1;
};

struct Words {
    std::shared_ptr<const lang::Lexicon> lexicon = std::make_shared<const lang::Lexicon>();
    std::unordered_map<std::string, std::vector<Saying>> synonyms;   // by what is typed, normalised and without spaces
    std::size_t longest_synonym = 0;                                 // bytes

    // The other ways to say it; null when there are none.
    const std::vector<Saying>* sayings_of(const std::string& typed) const
    {
        const auto found = synonyms.find(typed);
        return found == synonyms.end() ? nullptr : &found->second;
    }
};

class Wordbook {
public:
    std::shared_ptr<const Words> words() const { return std::atomic_load(&words_); }
    void learned(std::shared_ptr<const Words> words) { std::atomic_store(&words_, std::move(words)); }
    // Null until the first were learned.
    std::shared_ptr<const GoodsNames> goods() const { return std::atomic_load(&goods_); }
    void learned(std::shared_ptr<const GoodsNames> names) { std::atomic_store(&goods_, std::move(names)); }

private:
    std::shared_ptr<const GoodsNames> goods_;
    std::shared_ptr<const Words> words_ = std::make_shared<const Words>();
};

}  // namespace meadow::discovery
