#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "modules/identity/codes/letters.hpp"
#include "modules/identity/codes/mail_text.hpp"

namespace meadow::identity {
namespace {

struct Reading {
    std::string_view left;
};

std::size_t hand_out(char* into, std::size_t size, std::size_t count, void* from)
{
    auto& reading = *static_cast<Reading*>(from);
    const std::size_t length = std::min(size * count, reading.left.size());
    std::memcpy(into, reading.left.data(), length);
    reading.left.remove_prefix(length);
    return length;
}

}  // namespace

void SmtpLetters::deliver(jobs::World& world, const Letter& letter)
{
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> to(curl_slist_append(nullptr, ("<" + letter.to.address + ">").c_str()),
                                                                curl_slist_free_all);
    if (!curl || !to) throw std::runtime_error("no memory to send a letter");
    const std::string text = mail_text(letter, server_.from, world.clock.now());
    Reading reading{text};
    CURL* const c = curl.get();
    curl_easy_setopt(c, CURLOPT_URL, server_.url.c_str());
    curl_easy_setopt(c, CURLOPT_USE_SSL, long(server_.demand_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!server_.user.empty()) {
        curl_easy_setopt(c, CURLOPT_USERNAME, server_.user.c_str());
        curl_easy_setopt(c, CURLOPT_PASSWORD, server_.password.c_str());
    }
    curl_easy_setopt(c, CURLOPT_MAIL_FROM, ("<" + server_.from + ">").c_str());
    curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(c, CURLOPT_READFUNCTION, hand_out);
    curl_easy_setopt(c, CURLOPT_READDATA, &reading);
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, 30L);
    const CURLcode result = curl_easy_perform(c);
    if (result != CURLE_OK) throw std::runtime_error(std::string("the mail server: ") + curl_easy_strerror(result));
}

}  // namespace meadow::identity
