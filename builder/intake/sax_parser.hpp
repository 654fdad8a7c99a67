// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace khomo::builder {

/// The attributes of one element, valid inside SaxHandler::start() only. Prefixes are left out.
class SaxAttributes {
public:
    SaxAttributes(const unsigned char** list, int count) : list_(list), count_(count) {}
    int size() const { return count_; }
    std::string_view name(int index) const;
    std::string_view prefix(int index) const;
    /// With "&#38;" still in the place of an ampersand (libxml2's way); text() has it decoded.
    std::string_view raw(int index) const;
    std::string text(int index) const;
    /// The attribute called `name`, or "".
    std::string_view find(std::string_view name) const;
    std::string find_text(std::string_view name) const;

private:
    const unsigned char** list_;
    int count_;
};

/// Gets elements by local name; text may come in several pieces.
class SaxHandler {
public:
    virtual ~SaxHandler() = default;
    virtual void start(std::string_view name, const SaxAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

/// A push parser (libxml2) that refuses what delivered XML has no need for: a document type and with it every entity of its own, anything from
/// outside the file, elements deeper than 256. Not thread-safe.
class SaxParser {
public:
    explicit SaxParser(SaxHandler& handler);
    ~SaxParser();
    SaxParser(const SaxParser&) = delete;
    SaxParser& operator=(const SaxParser&) = delete;

    /// False when the document is at fault (see error()) or stop() was called.
    bool feed(std::string_view bytes);
    /// Ends the document; false when it is cut off or at fault.
    bool finish();
    /// Called by a handler that has seen enough.
    void stop();
    bool stopped() const;
    /// What is wrong with the document, English, and its line; "" when nothing is.
    const std::string& error() const;
    std::size_t line() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::builder
