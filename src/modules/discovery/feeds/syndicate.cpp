#include "modules/discovery/feeds/syndicate.hpp"

#include <algorithm>

#include "http/html.hpp"
#include "http/unfurl.hpp"
#include "http/url.hpp"
#include "modules/discovery/cards/feed_card.hpp"
#include "modules/discovery/lists/store.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {
namespace {

using http::escaped;

std::string entry_of(const community::PublicNote& note, std::string_view author, const http::AppShell& shell)
{
    const std::string address = shell.address("/notes/" + text(note.id));
    std::string content;
    if (!note.media.empty()) content = "<img src=\"" + shell.address("/media/" + text(note.media.front()) + "/720.jpg") + "\" alt=\"\">";
    content += "<p>" + escaped(note.text) + "</p>";
    std::string out = "<entry><id>" + address + "</id><title>" + escaped(shown_title(note.title, note.text)) + "</title><link href=\"" + address +
                      "\"/><published>" + text(note.published_at) + "</published><updated>" + text(note.published_at) +
                      "</updated><author><name>" + escaped(author) + "</name></author>";
    for (const std::string& topic : note.topics) out += "<category term=\"" + escaped(topic) + "\"/>";
    return out + "<content type=\"html\">" + escaped(content) + "</content></entry>";
}

http::Content atom(ReadCtx& ctx, ListId list, const std::string& path, const std::string& page, std::string_view title)
{
    constexpr std::int64_t entries_in_a_feed = 20;
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    std::vector<NoteId> ids;
    for (const store::Entry& entry : store::entries(ctx.tx, list, Cursor{}, entries_in_a_feed)) ids.push_back(entry.note);
    auto notes = community::public_notes(ctx.tx, ids);
    std::sort(notes.begin(), notes.end(), [](const auto& a, const auto& b) { return a.published_at > b.published_at; });
    std::vector<UserId> authors;
    for (const auto& note : notes) authors.push_back(note.author);
    const auto people = identity::person_cards(ctx.tx, authors);

    std::string body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><id>" + shell.address(path) +
                       "</id><title>" + escaped(title) + "</title><link rel=\"self\" href=\"" + shell.address(path) + "\"/><link href=\"" +
                       shell.address(page) + "\"/><updated>" + text(notes.empty() ? ctx.now : notes.front().published_at) + "</updated>";
    for (const auto& note : notes) {
        const auto who = std::find_if(people.begin(), people.end(), [&](const auto& p) { return p.id == note.author; });
        if (who != people.end()) body += entry_of(note, who->name, shell);
    }
    http::Content out;
    out.content_type = "application/atom+xml; charset=utf-8";
    out.body = body + "</feed>";
    return out;
}

}  // namespace

Result<http::Content> syndicate_person(ReadCtx& ctx, const SyndicatePerson& in)
{
    const auto cards = identity::person_cards(ctx.tx, {in.user});
    if (cards.empty()) return refuse(not_found);
    const std::string page = "/users/" + text(in.user);
    return atom(ctx, author_list(in.user), page + "/notes.atom", page, cards.front().name + " · Meadow");
}

Result<http::Content> syndicate_topic(ReadCtx& ctx, const SyndicateTopic& in)
{
    const auto& normaliser = ctx.outside<lang::Segmenter>().normaliser();
    const std::string coded = http::percent_encoded(in.topic);
    return atom(ctx, topic_list(normaliser, in.topic), "/topics/" + coded + "/notes.atom", "/topics/" + coded,
                "#" + std::string(in.topic) + " · Meadow");
}

}  // namespace meadow::discovery
