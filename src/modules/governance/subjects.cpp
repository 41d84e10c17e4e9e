#include "modules/governance/subjects.hpp"

#include <array>

namespace meadow::governance {
namespace {

struct Prefix {
    SubjectKind kind;
    std::string_view prefix;
};
constexpr std::array<Prefix, 6> prefixes{{
    {SubjectKind::note, NoteId::prefix()},
    {SubjectKind::comment, CommentId::prefix()},
    {SubjectKind::product, ProductId::prefix()},
    {SubjectKind::shop, ShopId::prefix()},
    {SubjectKind::user, UserId::prefix()},
    {SubjectKind::review, ReviewId::prefix()},
}};

}  // namespace

std::optional<SubjectRef> parse_subject(std::string_view id_text)
{
    for (const Prefix& p : prefixes)
        if (const auto id = parse_id(p.prefix, id_text)) return SubjectRef{p.kind, *id};
    return {};
}

std::string text(SubjectRef subject)
{
    for (const Prefix& p : prefixes)
        if (p.kind == subject.kind) return id_text(p.prefix, subject.id);
    return {};
}

}  // namespace meadow::governance
