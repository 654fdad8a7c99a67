// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "builder/outputs/rdf_graph.hpp"

namespace khomo::builder {

/// How one application profile of DCAT writes what the catalogue knows: site-templates/dcat/<name>.json. It maps Khomo's words
/// ("dataset", "title", frequency "yearly") to classes, properties and terms of vocabularies; what it does not map is left out.
/// A national profile is another such file.
class DcatProfile {
public:
    struct Class {
        std::vector<std::string> types;
        std::map<std::string, std::string> properties;
    };
    struct Term {
        std::string iri;
        Text label;
    };
    struct Vocabulary {
        std::vector<std::string> types;
        std::string scheme;
        Text title;
        std::map<std::string, Term> terms;
    };

    /// `base_url` replaces "{base}" in the file. Throws Error(input) when the file is not there or is not a profile.
    DcatProfile(const std::filesystem::path& file, const std::string& base_url);

    const std::string& name() const { return name_; }
    const std::string& conforms_to() const { return conforms_to_; }
    const std::string& sha256() const { return sha256_; }
    const std::map<std::string, std::string>& prefixes() const { return prefixes_; }
    const Class& class_of(const std::string& name) const;
    const Vocabulary& vocabulary(const std::string& name) const;
    /// "https://www.iana.org/assignments/media-types/text/csv".
    std::string media_type(const std::string& type) const { return media_types_ + type; }
    /// "http://www.opengis.net/def/crs/EPSG/0/9206" of "EPSG:9206"; of "CRS84" OGC's own.
    std::string crs(const std::string& code) const;

private:
    std::string name_;
    std::string conforms_to_;
    std::string sha256_;
    std::string media_types_;
    std::string crs_;
    std::map<std::string, std::string> prefixes_;
    std::map<std::string, Class> classes_;
    std::map<std::string, Vocabulary> vocabularies_;
};

/// Says things of one IRI in the words of a profile.
class DcatSubject {
public:
    /// Opens the node of the IRI in the graph and gives it the class's types.
    DcatSubject(RdfGraph& graph, const DcatProfile& profile, const std::string& class_name, std::string iri);

    DcatSubject& iri(const std::string& word, const std::string& iri);
    DcatSubject& text(const std::string& word, const std::string& text, const std::string& datatype = "");
    /// Both languages; English only where there is some.
    DcatSubject& text(const std::string& word, const Text& text);
    /// A term of a vocabulary, described in the graph as well; the vocabulary's term "" where it lacks `key`.
    DcatSubject& term(const std::string& word, const std::string& vocabulary, const std::string& key);
    const std::string& iri() const { return iri_; }

private:
    void say(const std::string& word, RdfValue value);

    RdfGraph& graph_;
    const DcatProfile& profile_;
    const DcatProfile::Class& class_;
    std::string iri_;
};

}  // namespace khomo::builder
