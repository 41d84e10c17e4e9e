// Letters that really leave: to a mail server of our own, on this machine.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <thread>

#include "modules/identity/codes/letters.hpp"
#include "support/town.hpp"

namespace meadow::identity {
namespace {

// Takes one letter as RFC 5321 says, offering what it is told to offer, or says at once that it is closed.
class MailServer {
public:
    explicit MailServer(std::string greeting = "220 post\r\n", std::string offers = "250 post\r\n")
        : listener_(socket(AF_INET, SOCK_STREAM, 0)), greeting_(std::move(greeting)), offers_(std::move(offers))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        listen(listener_, 1);
        socklen_t length = sizeof address;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        url_ = "smtp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        thread_ = std::thread([this] { serve(); });
    }
    ~MailServer()
    {
        if (thread_.joinable()) thread_.join();
        close(listener_);
    }
    const std::string& url() const { return url_; }
    // Everything the client said, once it has gone.
    const std::string& heard()
    {
        thread_.join();
        return heard_;
    }

private:
    void serve()
    {
        const int client = accept(listener_, nullptr, nullptr);
        const timeval patience{20, 0};
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const auto say = [&](const std::string& line) { send(client, line.data(), line.size(), MSG_NOSIGNAL); };
        say(greeting_);
        bool letter = false;
        std::size_t read_to = 0;
        char room[4096];
        for (ssize_t got; (got = recv(client, room, sizeof room, 0)) > 0;) {
            heard_.append(room, std::size_t(got));
            for (std::size_t end; (end = heard_.find("\r\n", read_to)) != std::string::npos; read_to = end + 2) {
                const std::string line = heard_.substr(read_to, end - read_to);
                if (letter && line != ".") continue;
                if (line.starts_with("EHLO")) say(offers_);
                else if (line == "DATA") say("354 go on\r\n"), letter = true;
                else if (line == "QUIT") say("221 bye\r\n");
                else say("250 fine\r\n"), letter = false;
            }
        }
        close(client);
    }

    const int listener_;
    const std::string greeting_, offers_;
    std::string url_, heard_;
    std::thread thread_;
};

const Letter letter{{ContactKind::email, "ada@example.org"}, "123456", "你好"};

void deliver(const MailServer& server, bool demand_tls)
{
    Town town;
    SmtpLetters({server.url(), "", "", "town@example.org", demand_tls}).deliver(town.world(), letter);
}

}  // namespace

TEST(SmtpLetters, bring_a_letter_to_the_mail_server)
{
    MailServer server;
    deliver(server, false);
    const std::string heard = server.heard();
    EXPECT_NE(heard.find("MAIL FROM:<town@example.org>"), std::string::npos) << heard;
    EXPECT_NE(heard.find("RCPT TO:<ada@example.org>"), std::string::npos) << heard;
    EXPECT_NE(heard.find("Subject: =?UTF-8?B?MTIzNDU2?=\r\n"), std::string::npos) << heard;
    EXPECT_NE(heard.find("\r\n\r\n5L2g5aW9\r\n"), std::string::npos) << "你好, in seven bits";
}

TEST(SmtpLetters, say_nothing_to_a_server_that_will_not_encrypt)
{
    MailServer server;
    EXPECT_THROW(deliver(server, true), std::runtime_error);
    EXPECT_EQ(server.heard().find("MAIL"), std::string::npos);
}

TEST(SmtpLetters, that_are_not_taken_are_a_fault_so_that_they_are_tried_again)
{
    MailServer closed("554 no service here\r\n");
    EXPECT_THROW(deliver(closed, false), std::runtime_error);
}

TEST(SmtpLetters, reach_addresses_and_no_phones)
{
    const SmtpLetters letters({});
    EXPECT_TRUE(letters.reaches(ContactKind::email));
    EXPECT_FALSE(letters.reaches(ContactKind::phone));
}

}  // namespace meadow::identity
