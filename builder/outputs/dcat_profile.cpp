// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/dcat_profile.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

Text text_of(const json& value, const char* key) {
    return value.contains(key) ? Text{value.at(key).at("vi").get<std::string>(), value.at(key).at("en").get<std::string>()} : Text{};
}

std::string with_base(std::string text, const std::string& base_url) {
    static constexpr std::string_view kBase = "{base}";
    if (const auto place = text.find(kBase); place != std::string::npos) {
        text.replace(place, kBase.size(), base_url);
    }
    return text;
}

DcatProfile::Vocabulary vocabulary_of(const json& value, const std::string& base_url) {
    DcatProfile::Vocabulary vocabulary{value.at("types").get<std::vector<std::string>>(), value.at("scheme").get<std::string>(), text_of(value, "title"), {}};
    for (const auto& [key, term] : value.at("terms").items()) {
        vocabulary.terms[key] = {with_base(term.at("iri").get<std::string>(), base_url), text_of(term, "label")};
    }
    return vocabulary;
}

}  // namespace

DcatProfile::DcatProfile(const std::filesystem::path& file, const std::string& base_url) {
    const auto bytes = read_file(file);
    sha256_ = sha256_hex(bytes);
    try {
        const auto document = json::parse(bytes);
        name_ = document.at("name").get<std::string>();
        conforms_to_ = document.at("conforms_to").get<std::string>();
        media_types_ = document.at("media_types").get<std::string>();
        crs_ = document.at("crs").get<std::string>();
        prefixes_ = document.at("prefixes").get<std::map<std::string, std::string>>();
        for (const auto& [key, value] : document.at("classes").items()) {
            classes_[key] = {value.at("types").get<std::vector<std::string>>(), value.at("properties").get<std::map<std::string, std::string>>()};
        }
        for (const auto& [key, value] : document.at("vocabularies").items()) {
            vocabularies_[key] = vocabulary_of(value, base_url);
        }
    } catch (const json::exception& fault) {
        throw Error(ErrorKind::input, {"Hồ sơ DCAT " + file.string() + " sai: " + fault.what(), "The DCAT profile " + file.string() + " is wrong: " + fault.what()});
    }
}

const DcatProfile::Class& DcatProfile::class_of(const std::string& name) const {
    const auto found = classes_.find(name);
    if (found == classes_.end()) {
        throw Error(ErrorKind::input, {"Hồ sơ DCAT thiếu lớp " + name, "The DCAT profile lacks the class " + name});
    }
    return found->second;
}

const DcatProfile::Vocabulary& DcatProfile::vocabulary(const std::string& name) const {
    const auto found = vocabularies_.find(name);
    if (found == vocabularies_.end()) {
        throw Error(ErrorKind::input, {"Hồ sơ DCAT thiếu từ vựng " + name, "The DCAT profile lacks the vocabulary " + name});
    }
    return found->second;
}

std::string DcatProfile::crs(const std::string& code) const { return crs_ + (code == "CRS84" ? "OGC/1.3/CRS84" : "EPSG/0/" + code.substr(code.find(':') + 1)); }

DcatSubject::DcatSubject(RdfGraph& graph, const DcatProfile& profile, const std::string& class_name, std::string iri)
    : graph_(graph), profile_(profile), class_(profile.class_of(class_name)), iri_(safe_iri(iri)) {
    graph_.node(iri_).types = class_.types;
}

void DcatSubject::say(const std::string& word, RdfValue value) {
    if (const auto property = class_.properties.find(word); property != class_.properties.end()) {
        graph_.node(iri_).say(property->second, std::move(value));
    }
}

DcatSubject& DcatSubject::iri(const std::string& word, const std::string& iri) {
    if (!iri.empty()) {
        say(word, {RdfValue::Kind::iri, safe_iri(iri)});
    }
    return *this;
}

DcatSubject& DcatSubject::text(const std::string& word, const std::string& text, const std::string& datatype) {
    if (!text.empty()) {
        say(word, {RdfValue::Kind::text, text, "", datatype});
    }
    return *this;
}

DcatSubject& DcatSubject::text(const std::string& word, const Text& text) {
    if (!text.vi.empty()) {
        say(word, {RdfValue::Kind::text, text.vi, "vi"});
    }
    if (!text.en.empty()) {
        say(word, {RdfValue::Kind::text, text.en, "en"});
    }
    return *this;
}

DcatSubject& DcatSubject::term(const std::string& word, const std::string& vocabulary, const std::string& key) {
    const auto& words = profile_.vocabulary(vocabulary);
    auto found = words.terms.find(key);
    if (found == words.terms.end()) {
        found = words.terms.find("");
    }
    if (found == words.terms.end() || !class_.properties.contains(word)) {
        return *this;
    }
    if (!graph_.has(found->second.iri)) {
        DcatSubject described(graph_, profile_, "concept", found->second.iri);
        graph_.node(described.iri_).types = words.types;
        described.text("label", found->second.label).iri("scheme", words.scheme);
    }
    return iri(word, found->second.iri);
}

}  // namespace khomo::builder
