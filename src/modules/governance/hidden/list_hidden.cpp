#include "modules/governance/hidden/list_hidden.hpp"

#include <algorithm>

#include "base/patterns.hpp"
#include "modules/governance/governance.hpp"
#include "modules/governance/subjects.hpp"

namespace meadow::governance {

Result<Page<HiddenSubject>> list_hidden(ReadCtx& ctx, const ListHidden& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const Exhibits& exhibits = ctx.outside<Exhibits>();
    const std::string like = like_pattern(in.q ? std::string_view(*in.q) : "");
    const auto ids = page_of(exhibits.hidden(ctx.tx, in.kind, like, cursor->first, in.limit + 1), in.limit, [](std::int64_t id) { return Cursor{id, 0}; });

    std::vector<SubjectRef> subjects;
    for (const std::int64_t id : ids.items) subjects.push_back({in.kind, id});
    auto shown = exhibits.of(ctx.tx, subjects);
    std::vector<UserId> authors;
    for (const Exhibit& exhibit : shown) authors.push_back(exhibit.author);
    const auto people = identity::person_cards(ctx.tx, authors);

    Page<HiddenSubject> page;
    page.next = ids.next;
    for (const SubjectRef& subject : subjects) {
        const auto found = std::find_if(shown.begin(), shown.end(), [name = text(subject)](const Exhibit& e) { return e.subject == name; });
        if (found == shown.end()) continue;
        const auto by = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == found->author; });
        page.items.push_back({std::move(found->subject), std::move(found->title), std::move(found->text),
                              by == people.end() ? std::nullopt : std::optional(*by), found->made_at});
    }
    return page;
}

}  // namespace meadow::governance
