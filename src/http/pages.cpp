#include "http/pages.hpp"

#include "http/html.hpp"
#include "http/openapi.hpp"
#include "http/openapi_schemas.hpp"

namespace meadow::http {
namespace {

std::string page(std::string_view title, std::string_view body)
{
    std::string out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                      "<link rel=\"stylesheet\" href=\"/docs/style.css\"><title>";
    out.append(escaped(title)).append(" · Meadow</title></head><body>\n<header><a href=\"/\">Meadow</a><nav><a href=\"/docs\">API</a>"
                                      "<a href=\"/problems\">Refusals</a><a href=\"/openapi.json\">openapi.json</a></nav></header>\n<main>\n");
    return out.append(body).append("</main></body></html>\n");
}

// "text 1…40", "list of PersonCard", "sku id"
std::string words_of(const TypeInfo& type)
{
    const auto range = [&](std::string_view what) {
        std::string out(what);
        if (type.max == INT64_MAX) return out;
        const std::string least = type.min == INT64_MIN ? "" : std::to_string(type.min);
        return out + " " + least + "…" + std::to_string(type.max);
    };
    switch (type.shape) {
        case Shape::boolean: return "true or false";
        case Shape::integer: return range("whole number");
        case Shape::real: return "number";
        case Shape::text: return range("text");
        case Shape::id: return type.name + "_… id";
        case Shape::money: return "money, minor units";
        case Shape::instant: return "time";
        case Shape::json: return "JSON";
        case Shape::bytes: return "the file itself";
        case Shape::list: return range("list") + " of " + words_of(type.inner());
        case Shape::optional: return words_of(type.inner());
        case Shape::object: return type.name;
        case Shape::enumeration: {
            std::string out;
            for (const EnumName& n : type.names) out += (out.empty() ? "" : " | ") + n.name;
            return out;
        }
    }
    return "";
}

std::string_view words_of(Scope scope)
{
    switch (scope) {
        case Scope::anyone: return "anyone";
        case Scope::user: return "signed in";
        case Scope::moderator: return "moderators";
        case Scope::operator_: return "operators";
    }
    return "";
}

std::string_view words_of(Source source)
{
    switch (source) {
        case Source::path: return "path";
        case Source::query: return "query";
        case Source::body: return "body";
    }
    return "";
}

void write_members(const Route& route, std::string& out)
{
    if (route.verb.in().members.empty()) return;
    out += "<table><thead><tr><th>Give</th><th>In</th><th>What</th></tr></thead><tbody>";
    for (const Member& m : route.verb.in().members) {
        out.append("<tr><td><code>").append(m.name).append("</code>").append(is_required(route, m) ? "" : " <i>optional</i>");
        out.append("</td><td>").append(words_of(source_of(route, m))).append("</td><td>").append(escaped(words_of(m.type()))).append("</td></tr>");
    }
    out += "</tbody></table>\n";
}

void write_answer(const Route& route, std::string& out)
{
    out.append("<p>Answers <b>").append(std::to_string(route.status)).append("</b>");
    if (route.verb.out == nullptr) out += " with the content itself";
    else if (!route.verb.out().name.empty() && !route.verb.out().members.empty()) out += " " + escaped(route.verb.out().name);
    out += ".";
    if (!route.refusals.empty()) out += " Refuses with";
    for (const RefusalKind* kind : route.refusals)
        out.append(" <a href=\"/problems#").append(kind->key).append("\"><code>").append(kind->key).append("</code></a>");
    out += "</p>\n";
    if (route.verb.out == nullptr || route.verb.out().shape != Shape::object || route.verb.out().members.empty()) return;
    out += "<table><thead><tr><th>Get</th><th>What</th></tr></thead><tbody>";
    for (const Member& m : route.verb.out().members) {
        out.append("<tr><td><code>").append(m.name).append("</code>").append(Schemas::may_miss(m.type(), false) ? " <i>may be absent</i>" : "");
        out.append("</td><td>").append(escaped(words_of(m.type()))).append("</td></tr>");
    }
    out += "</tbody></table>\n";
}

std::string module_of(const RefusalKind& kind) { return std::string(kind.key.substr(0, kind.key.find('.'))); }

}  // namespace

const std::string_view page_style = R"css(:root{color-scheme:light dark;--ink:#1d2420;--soft:#5d6b62;--line:#dfe6e1;--paper:#fbfcfb;--leaf:#2f7d4f;--card:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e7eee9;--soft:#9db0a4;--line:#2c3832;--paper:#121714;--leaf:#7fce9c;--card:#19201c}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif}
header{display:flex;gap:2rem;align-items:baseline;padding:1rem 1.5rem;border-bottom:1px solid var(--line)}header>a{font-weight:700;color:var(--leaf)}
nav{display:flex;gap:1rem;flex-wrap:wrap}a{color:var(--leaf);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
main{max-width:60rem;margin:0 auto;padding:1.5rem}h1{line-height:1.2}h2{margin-top:3rem;text-transform:capitalize}
details{background:var(--card);border:1px solid var(--line);border-radius:.6rem;margin:.5rem 0;padding:.6rem 1rem}
summary{cursor:pointer;min-height:2rem;overflow-wrap:anywhere}summary span{color:var(--soft)}.m{display:inline-block;min-width:4.2rem;font:700 .8rem ui-monospace,monospace;color:var(--leaf)}
table{border-collapse:collapse;width:100%;margin:.8rem 0;display:block;overflow-x:auto}th,td{text-align:left;padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:600}code{font:.9em ui-monospace,monospace}i{color:var(--soft)}
)css";

std::string api_page(const std::deque<Route>& routes)
{
    const auto tags = by_tag(routes);
    std::string body = "<h1>The API</h1>\n<p>JSON over HTTP. Sign in with <code>POST /v1/sessions</code> and send the token as "
                       "<code>Authorization: Bearer …</code>. Any write may carry an <code>Idempotency-Key</code>: sent again it happens once. "
                       "What is refused comes back as <code>application/problem+json</code> with a <code>code</code> (<a href=\"/problems\">all of them</a>). "
                       "Lists are paged: pass <code>next</code> back as <code>cursor</code>.</p>\n<nav>";
    for (const auto& [tag, all] : tags) body.append("<a href=\"#").append(tag).append("\">").append(tag).append("</a>");
    body += "</nav>\n";
    for (const auto& [tag, all] : tags) {
        body.append("<h2 id=\"").append(tag).append("\">").append(tag).append("</h2>\n");
        for (const Route* route : all) {
            body.append("<details id=\"").append(operation_id(*route)).append("\"><summary><span class=\"m\">").append(method_name(route->method));
            body.append("</span> <code>").append(escaped(route->pattern)).append("</code> ").append(escaped(route->summary));
            body.append(" <span>· ").append(words_of(route->scope)).append("</span></summary>\n");
            write_members(*route, body);
            write_answer(*route, body);
            body += "</details>\n";
        }
    }
    return page("API", body);
}

std::string problems_page()
{
    std::string body = "<h1>Every refusal</h1>\n<p>The <code>code</code> of an answer of type application/problem+json, its status and what it says.</p>\n";
    std::string module;
    for (const RefusalKind* kind : RefusalKind::all()) {
        if (module_of(*kind) != module) {
            if (!module.empty()) body += "</tbody></table>\n";
            module = module_of(*kind);
            body += "<h2>" + module + "</h2>\n<table><tbody>";
        }
        body.append("<tr id=\"").append(kind->key).append("\"><td><code>").append(kind->key).append("</code></td><td>");
        body.append(std::to_string(kind->status)).append("</td><td>").append(escaped(kind->title)).append("</td></tr>\n");
    }
    return page("Refusals", body + "</tbody></table>\n");
}

std::string plain_front_page()
{
    return page("Welcome", "<h1>Meadow is running</h1>\n<p>The web app is not built here, so there is nothing to look at but the API: "
                           "<a href=\"/docs\">read about it</a>, or take <a href=\"/openapi.json\">openapi.json</a>. "
                           "<code>./run</code> builds the web app where Node can be had.</p>\n");
}

std::string reset_password_page()
{
    return page("Choose a password",
                "<h1>Choose a password <span lang=\"zh\">设置新密码</span></h1>\n<p>Ten characters or more. You are signed out everywhere else. "
                "<span lang=\"zh\">至少十个字符；其他设备将退出登录。</span></p>\n<form><p><label>New password <span lang=\"zh\">新密码</span><br>"
                "<input type=\"password\" name=\"password\" minlength=\"10\" maxlength=\"200\" autocomplete=\"new-password\" required></label></p>"
                "<p><button>OK</button></p></form>\n<p role=\"status\"></p>\n<script src=\"/reset-password.js\"></script>\n");
}

const std::string_view reset_password_script = R"js('use strict';
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');
form.addEventListener('submit', async event => {
    event.preventDefault();
    const body = JSON.stringify({ token: location.hash.slice(1), password: form.elements.password.value });
    const answer = await fetch('/v1/password-resets', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    if (answer.ok) form.hidden = true;
    status.textContent = answer.ok ? 'Done: sign in with it. 已设置，请登录。' : (await answer.json()).title;
});
)js";

std::string problems_markdown()
{
    std::string out = "# Every refusal\n\nGenerated by `meadow openapi --problems`; do not edit. The `code` of an answer of type "
                      "`application/problem+json`, its status, and what it says.\n";
    std::string module;
    for (const RefusalKind* kind : RefusalKind::all()) {
        if (module_of(*kind) != module) {
            module = module_of(*kind);
            out += "\n## " + module + "\n\n| code | status | title |\n|---|---|---|\n";
        }
        out.append("| `").append(kind->key).append("` | ").append(std::to_string(kind->status)).append(" | ").append(kind->title).append(" |\n");
    }
    return out += "\n## Faults\n\n| code | status | title |\n|---|---|---|\n"
                  "| `http.busy` | 503 | The server is busy; try again in a moment |\n"
                  "| `http.fault` | 500 | Something broke on our side; nothing was changed |\n"
                  "| `http.not_supported` | 501, 505 | What the request asks of HTTP is not supported |\n";
}

}  // namespace meadow::http
