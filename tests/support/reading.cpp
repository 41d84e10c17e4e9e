#include "support/reading.hpp"

#include "modules/discovery/diary/keep_diary.hpp"
#include "support/market.hpp"

namespace meadow::testing {

std::vector<std::string> ids_of(const Answer& page)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < page.json().count("/items"); ++i) out.push_back(page.text("/items/" + std::to_string(i) + "/id"));
    return out;
}

void passes(Town& town, Duration time)
{
    town.wait(time);
    discovery::keep_diary(town.world());
}

std::string writes(Person& author, const std::string& title, const std::string& text)
{
    return author.post("/v1/notes", R"({"title":")" + title + R"(","text":")" + text + R"(","media":[")" + picture(author) + R"("]})").is(201).text("/id");
}

std::string opened(const std::string& event, const std::string& note)
{
    return R"({"answers":[{"event":")" + event + R"(","note":")" + note + R"(","answer":"click"}]})";
}

}  // namespace meadow::testing
