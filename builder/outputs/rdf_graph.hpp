// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

/// The object of a statement (RDF 1.1): an IRI, or a literal with a language or a datatype.
struct RdfValue {
    enum class Kind { iri, text };
    Kind kind = Kind::iri;
    std::string text;
    std::string lang{};      ///< "vi"; empty for none
    std::string datatype{};  ///< "xsd:date"; empty for plain text
    friend bool operator==(const RdfValue&, const RdfValue&) = default;
};

/// All that is said of one IRI. Predicates and types are short names ("dct:title").
struct RdfNode {
    std::string iri;
    std::vector<std::string> types;
    std::vector<std::pair<std::string, RdfValue>> statements;

    void say(const std::string& predicate, RdfValue value);
};

/// Statements by subject, in the order they were made. Every node has an IRI: there are no blank nodes, so that a harvester that comes
/// back finds the same things under the same names. Not thread-safe.
class RdfGraph {
public:
    /// `prefixes`: short name → namespace.
    explicit RdfGraph(std::map<std::string, std::string> prefixes) : prefixes_(std::move(prefixes)) {}

    /// The node of the IRI, made when it is new. References stay valid until the next call.
    RdfNode& node(const std::string& iri);
    bool has(const std::string& iri) const { return index_.contains(iri); }
    const std::vector<RdfNode>& nodes() const { return nodes_; }
    const std::map<std::string, std::string>& prefixes() const { return prefixes_; }

private:
    std::map<std::string, std::string> prefixes_;
    std::vector<RdfNode> nodes_;
    std::unordered_map<std::string, std::size_t> index_;
};

/// Text with what may not stand in an IRI (RFC 3987 §2.2) as %XX; "%" itself stays.
std::string safe_iri(std::string_view text);

/// The graph as Turtle, RDF/XML and JSON-LD 1.1 (flattened, prefixes inside). The same graph gives the same bytes.
std::string to_turtle(const RdfGraph& graph);
std::string to_rdf_xml(const RdfGraph& graph);
std::string to_json_ld(const RdfGraph& graph);

}  // namespace khomo::builder
