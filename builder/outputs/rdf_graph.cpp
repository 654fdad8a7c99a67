// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/rdf_graph.hpp"

#include <algorithm>

namespace khomo::builder {

void RdfNode::say(const std::string& predicate, RdfValue value) {
    std::pair<std::string, RdfValue> statement(predicate, std::move(value));
    if (std::find(statements.begin(), statements.end(), statement) == statements.end()) {
        statements.push_back(std::move(statement));
    }
}

RdfNode& RdfGraph::node(const std::string& iri) {
    const auto [place, fresh] = index_.emplace(iri, nodes_.size());
    if (fresh) {
        nodes_.push_back({iri, {}, {}});
    }
    return nodes_[place->second];
}

std::string safe_iri(std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    static constexpr std::string_view kRefused = "<>\"{}|\\^`";
    std::string iri;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20U || byte == 0x7FU || kRefused.find(c) != std::string_view::npos) {
            iri.append("%").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
        } else {
            iri += c;
        }
    }
    return iri;
}

}  // namespace khomo::builder
