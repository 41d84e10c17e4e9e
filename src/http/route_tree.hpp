// Finds the route of a path: a tree by segment, fixed words before parameters before the rest.
#pragma once
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
    // Throws std::logic_error when two routes answer the same method and pattern.
    void add(Route&);
    struct Match {
        const Route* route = nullptr;
        Parameters parameters;      // names point into the route's pattern
        std::string allowed;        // when the path exists with other methods: "GET, HEAD"
    };
    Match find(Method, std::string_view path) const;

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
        std::unique_ptr<Node> parameter;
        std::vector<std::pair<Method, const Route*>> routes;
        std::vector<std::pair<Method, const Route*>> rest;   // "{path...}"
    };
    const Node* descend(const Node&, std::string_view path, std::vector<std::string_view>& values, bool& rest) const;
    Node root_;
};

}  // namespace meadow::http
