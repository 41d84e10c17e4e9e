#include "jobs/outgoing.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>

namespace meadow::jobs {
namespace {

struct Received {
    std::string body;
    std::size_t most;
};

// Tells curl to give up by taking less than it offers.
std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* into)
{
    auto& received = *static_cast<Received*>(into);
    const std::size_t length = size * count;
    if (received.body.size() + length > received.most) return 0;
    received.body.append(bytes, length);
    return length;
}

long milliseconds(Duration d) { return long(std::chrono::duration_cast<std::chrono::milliseconds>(d).count()); }

class CurlOutgoing final : public Outgoing {
public:
    CurlOutgoing(std::shared_ptr<const OwnAddress> own, OutgoingOptions options) : own_(std::move(own)), options_(std::move(options))
    {
        static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        if (ready != CURLE_OK) throw std::runtime_error("curl cannot start");
    }

    OutgoingAnswer send(const OutgoingRequest& request) override
    {
        const std::string origin = origin_of(request.url);
        if (origin != own_->origin() && std::find(options_.origins.begin(), options_.origins.end(), origin) == options_.origins.end())
            throw OutgoingFault(origin + " is not among the hosts this server may speak to");

        const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
        if (!curl) throw std::runtime_error("curl cannot start");
        Received received{{}, options_.largest_answer};
        const std::string type = "Content-Type: " + request.content_type;
        const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(curl_slist_append(nullptr, type.c_str()), curl_slist_free_all);
        curl_easy_setopt(curl.get(), CURLOPT_URL, request.url.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
        curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options_.connect_within));
        curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, milliseconds(options_.answer_within));
        curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
        curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &received);
        curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "Meadow");
        curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
        if (request.method != "GET") {
            curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
            curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.data());
            curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
        }

        if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) throw OutgoingFault(origin + ": " + curl_easy_strerror(code));
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        return {int(status), std::move(received.body)};
    }

private:
    const std::shared_ptr<const OwnAddress> own_;
    const OutgoingOptions options_;
};

}  // namespace

std::unique_ptr<Outgoing> curl_outgoing(std::shared_ptr<const OwnAddress> own, OutgoingOptions options)
{
    return std::make_unique<CurlOutgoing>(std::move(own), std::move(options));
}

std::string origin_of(std::string_view url)
{
    const std::size_t host = url.find("://");
    if (host == std::string_view::npos) return std::string(url);
    return std::string(url.substr(0, url.find_first_of("/?#", host + 3)));
}

}  // namespace meadow::jobs
