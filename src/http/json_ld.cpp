#include "http/json_ld.hpp"

#include "base/json.hpp"

namespace meadow::http {

JsonLd::JsonLd(std::string_view type) { set("@type", type); }

std::string& JsonLd::member(std::string_view name)
{
    if (!members_.empty()) members_.push_back(',');
    write_json_string(name, members_);
    members_.push_back(':');
    return members_;
}

JsonLd& JsonLd::set(std::string_view name, std::string_view text)
{
    write_json_string(text, member(name));
    return *this;
}

JsonLd& JsonLd::set(std::string_view name, std::int64_t number)
{
    member(name) += std::to_string(number);
    return *this;
}

JsonLd& JsonLd::set(std::string_view name, const JsonLd& object)
{
    member(name).append("{").append(object.members_).append("}");
    return *this;
}

JsonLd& JsonLd::set(std::string_view name, const std::vector<std::string>& texts)
{
    member(name).push_back('[');
    for (const std::string& text : texts) {
        if (&text != &texts.front()) members_.push_back(',');
        write_json_string(text, members_);
    }
    members_.push_back(']');
    return *this;
}

JsonLd& JsonLd::set(std::string_view name, const std::vector<JsonLd>& objects)
{
    member(name).push_back('[');
    for (const JsonLd& object : objects) {
        if (&object != &objects.front()) members_.push_back(',');
        members_.append("{").append(object.members_).append("}");
    }
    members_.push_back(']');
    return *this;
}

// '<' stands only inside strings, where its escape means the same.
std::string JsonLd::script() const
{
    std::string out = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",";
    for (const char c : members_) {
        if (c == '<') out += "\\u003c";
        else out.push_back(c);
    }
    return out += "}</script>";
}

}  // namespace meadow::http
