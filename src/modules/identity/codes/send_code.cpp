#include "modules/identity/codes/send_code.hpp"

#include "jobs/errands.hpp"
#include "modules/identity/codes/letters.hpp"
#include "modules/identity/codes/store.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Done send_code(WriteCtx& ctx, const SendCode& in)
{
    const auto to = parse_contact(in.address);
    if (!to) return refuse(bad_input, "", {{"/address", "must be an e-mail address or a phone number"}});
    if (!ctx.outside<Letters>().reaches(to->kind)) return refuse(unreachable);

    const std::string code = ctx.dice.digits(6), salt = ctx.dice.token();
    const SentCode sent{*to, salt, code_hash(salt, code), ctx.now, ctx.now + code_life(ctx)};
    if (!store::put_code(ctx.tx, sent, ctx.now - code_pause(ctx), ctx.now - 1h, codes_an_hour(ctx))) return refuse(codes_too_often);
    const std::string minutes = std::to_string(std::max<std::int64_t>(1, code_life(ctx) / 1min));
    jobs::errands::send(ctx, letter_errand,
                        Letter{*to, code + " 是你的 Meadow 验证码",
                               "验证码 " + code + "，" + minutes + " 分钟内有效。若非本人操作，请忽略。\n\n" + code +
                                   " is your Meadow code, good for " + minutes + " minutes. If you did not ask for it, do nothing.\n"});
    ctx.tell_at(ctx.now + 2h, CodeLapsed{*to, ctx.now});
    return done();
}

}  // namespace meadow::identity
