// Finds the route of a path: a tree by segment, fixed words before parameters before the rest.
#pragma once
#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/input.hpp"
#include "http/route.hpp"

namespace meadow::http {

class RouteTree {
public:
    // Throws std::logic_error when two routes answer the same method and pattern, or a pattern has more than eight parameters.
    void add(Route&);
    struct Match {
        const Route* route = nullptr;
        Parameters parameters;      // names point into the route's pattern, values into the path
        std::string allowed;        // when the path exists, but with other methods: "GET, HEAD"
    };
    Match find(Method, std::string_view path) const;

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
        std::unique_ptr<Node> parameter;
        std::vector<std::pair<Method, const Route*>> routes;
        std::vector<std::pair<Method, const Route*>> rest;   // "{path...}"
    };
    // The path's segments that stand for parameters. No pattern has more than that, which add() sees to.
    struct Values {
        static constexpr std::size_t most = 8;
        std::array<std::string_view, most> all;
        std::size_t count = 0;
        bool rest = false;
    };
    const Node* descend(const Node&, std::string_view path, Values&) const;
    Node root_;
};

}  // namespace meadow::http
