// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/sax_parser.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr int kDeepest = 256;

std::string_view view(const unsigned char* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

std::string_view SaxAttributes::name(int index) const {
    return view(list_[index * 5]);
}
std::string_view SaxAttributes::prefix(int index) const {
    return view(list_[index * 5 + 1]);
}

std::string_view SaxAttributes::raw(int index) const {
    const auto* begin = list_[index * 5 + 3];
    const auto* end = list_[index * 5 + 4];
    return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

std::string SaxAttributes::text(int index) const {
    std::string out(raw(index));
    constexpr std::string_view kAmpersand = "&#38;";
    for (auto at = out.find(kAmpersand); at != std::string::npos; at = out.find(kAmpersand, at + 1)) {
        out.replace(at, kAmpersand.size(), "&");
    }
    return out;
}

std::string_view SaxAttributes::find(std::string_view wanted) const {
    for (int i = 0; i < count_; ++i) {
        if (name(i) == wanted) {
            return raw(i);
        }
    }
    return {};
}

std::string SaxAttributes::find_text(std::string_view wanted) const {
    for (int i = 0; i < count_; ++i) {
        if (name(i) == wanted) {
            return text(i);
        }
    }
    return {};
}

struct SaxParser::State {
    SaxHandler& handler;
    xmlSAXHandler sax{};
    xmlParserCtxtPtr context = nullptr;
    int depth = 0;
    bool stopped = false;
    std::string error;
    std::size_t line = 0;

    explicit State(SaxHandler& h) : handler(h) {}

    void fail(std::string why) {
        if (error.empty()) {
            error = std::move(why);
            line = context != nullptr && context->input != nullptr ? static_cast<std::size_t>(std::max(0, context->input->line)) : 0;
        }
        halt();
    }
    void halt() {
        stopped = true;
        if (context != nullptr) {
            xmlStopParser(context);
        }
    }

    static State& of(void* self) { return *static_cast<State*>(self); }
    static void on_start(void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int, const xmlChar** attributes) {
        auto& s = of(self);
        if (s.stopped) {
            return;
        }
        if (++s.depth > kDeepest) {
            s.fail("elements nested deeper than 256");
            return;
        }
        s.handler.start(view(name), SaxAttributes(attributes, count));
    }
    static void on_end(void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
        auto& s = of(self);
        --s.depth;
        if (!s.stopped) {
            s.handler.end(view(name));
        }
    }
    static void on_text(void* self, const xmlChar* text, int length) {
        auto& s = of(self);
        if (!s.stopped) {
            s.handler.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
        }
    }
    static void on_doctype(void* self, const xmlChar*, const xmlChar*, const xmlChar*) { of(self).fail("a document type (DOCTYPE) is not allowed"); }
    static void on_error(void* self, xmlErrorPtr error) {
        auto& s = of(self);
        if (error == nullptr || error->level < XML_ERR_ERROR || error->code == XML_NS_ERR_UNDEFINED_NAMESPACE || !s.error.empty()) {
            return;
        }
        s.error = error->message == nullptr ? "not well-formed" : std::string(trim(error->message));
        s.line = static_cast<std::size_t>(std::max(0, error->line));
        if (error->code == XML_ERR_NO_MEMORY) {
            s.error = "out of memory";
        }
    }
};

SaxParser::SaxParser(SaxHandler& handler) : state_(std::make_unique<State>(handler)) {
    auto& sax = state_->sax;
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = State::on_start;
    sax.endElementNs = State::on_end;
    sax.characters = State::on_text;
    sax.ignorableWhitespace = State::on_text;
    sax.cdataBlock = State::on_text;
    sax.internalSubset = State::on_doctype;
    sax.serror = State::on_error;
    state_->context = xmlCreatePushParserCtxt(&sax, state_.get(), nullptr, 0, nullptr);
    if (state_->context == nullptr) {
        throw std::bad_alloc();
    }
    xmlCtxtUseOptions(state_->context, XML_PARSE_NONET);
}

SaxParser::~SaxParser() {
    xmlFreeParserCtxt(state_->context);
}

bool SaxParser::feed(std::string_view bytes) {
    if (!state_->stopped) {
        xmlParseChunk(state_->context, bytes.data(), static_cast<int>(bytes.size()), 0);
    }
    return !state_->stopped && state_->error.empty();
}

bool SaxParser::finish() {
    if (!state_->stopped && state_->error.empty()) {
        xmlParseChunk(state_->context, nullptr, 0, 1);
        if (state_->error.empty() && state_->context->wellFormed == 0) {
            state_->fail("not well-formed");
        }
    }
    return state_->error.empty();
}

void SaxParser::stop() {
    state_->halt();
}
bool SaxParser::stopped() const {
    return state_->stopped;
}
const std::string& SaxParser::error() const {
    return state_->error;
}
std::size_t SaxParser::line() const {
    return state_->line;
}

}  // namespace khomo::builder
