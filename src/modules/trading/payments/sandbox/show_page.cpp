#include "modules/trading/payments/sandbox/show_page.hpp"

#include "http/html.hpp"
#include "modules/trading/payments/sandbox/act_on_page.hpp"
#include "modules/trading/payments/sandbox/answer.hpp"
#include "modules/trading/payments/sandbox/store.hpp"

namespace meadow::trading::sandbox {
namespace {

constexpr std::string_view looks = R"css(
body { font: 16px/1.5 system-ui, sans-serif; background: #f4f4f0; color: #222; margin: 0; }
main { max-width: 26rem; margin: 3rem auto; padding: 1.5rem; background: #fff; border-radius: .75rem; }
h1 { font-size: 1.1rem; } [lang=en] { color: #666; } .amount { font-size: 2.2rem; margin: .5rem 0; }
button { width: 100%; padding: .7rem; margin: .25rem 0; border: 1px solid #ccc; border-radius: .5rem; background: #fff; font: inherit; cursor: pointer; }
form:first-of-type button { background: #1a7f4b; border-color: #1a7f4b; color: #fff; } form:first-of-type [lang=en] { color: #dff3e8; }
button:focus-visible, a:focus-visible { outline: 3px solid #4c9ffe; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { background: #161614; color: #eee; } main, button { background: #222220; color: inherit; } [lang=en] { color: #aaa; } button { border-color: #555; } a { color: #8fc6ff; }
}
)css";

struct Button {
    PayerAction action;
    std::string_view zh, en;
};
constexpr Button buttons[] = {
    {PayerAction::pay, "支付", "Pay"},
    {PayerAction::late, "支付，银行稍后到账", "Pay, but the bank is late"},
    {PayerAction::twice, "支付，重复通知", "Pay, notify twice"},
    {PayerAction::silent, "支付，永不通知", "Pay, never notify"},
    {PayerAction::fail, "支付失败", "Fail"},
};

std::string both(std::string_view zh, std::string_view en) { return std::string(zh) + " <span lang=\"en\">" + std::string(en) + "</span>"; }

std::string amount_text(Money amount)
{
    const std::string fen = std::to_string(100 + amount.minor % 100).substr(1);
    return "¥" + std::to_string(amount.minor / 100) + "." + fen;
}

std::string state_text(ChargeState state)
{
    switch (state) {
        case ChargeState::open: return both("等待支付", "Waiting to be paid");
        case ChargeState::processing: return both("银行处理中", "The bank is working on it");
        case ChargeState::paid: return both("已支付", "Paid");
        case ChargeState::failed: return both("支付失败", "The bank said no");
        case ChargeState::closed: return both("已过期", "Expired");
    }
    return {};
}

http::Content html(std::string body)
{
    http::Content out;
    out.content_type = "text/html; charset=utf-8";
    out.body = std::move(body);
    out.headers = {{"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
                   {"Referrer-Policy", "no-referrer"}};
    return out;
}

}  // namespace

Result<http::Content> show_page(ReadCtx& ctx, const ShowPage& in)
{
    const Charge charge = TRY(read_pay_token(ctx, in.token));
    const auto taken = store::find_charge(ctx.tx, charge.trade);
    const ChargeState state = taken ? taken->state : ctx.now < charge.expires_at ? ChargeState::open : ChargeState::closed;

    std::string body = "<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                       "<title>沙箱收银台 Sandbox checkout</title><link rel=\"stylesheet\" href=\"" + std::string(style_path) + "\"></head><body><main><h1>" +
                       both("沙箱收银台", "Sandbox checkout") + "</h1><p>" + both("这里不会产生真实扣款。", "No real money moves here.") +
                       "</p><p class=\"amount\">" + amount_text(charge.amount) + "</p><p role=\"status\">" + state_text(state) + "</p>";
    if (state == ChargeState::open)
        for (const Button& button : buttons)
            body += "<form method=\"post\" action=\"" + std::string(pay_path) + "/" + http::escaped(in.token) + "/" + name_of(button.action) +
                    "\"><button>" + both(button.zh, button.en) + "</button></form>";
    else if (!charge.return_path.empty())
        body += "<p><a href=\"" + http::escaped(charge.return_path) + "\">" + both("返回商家", "Back to the shop") + "</a></p>";
    return html(body + "</main></body></html>");
}

Result<http::Content> show_style(ReadCtx&, const Nothing&)
{
    http::Content out;
    out.content_type = "text/css; charset=utf-8";
    out.body = looks;
    return out;
}

}  // namespace meadow::trading::sandbox
