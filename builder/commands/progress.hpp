// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

/// Says on stderr how far the work is: one line that rewrites itself on a terminal, nothing elsewhere (a log wants no bar).
/// Thread-safe.
class Progress {
public:
    Progress(Lang lang, bool enabled);
    ~Progress();
    /// Starts a step of `total` parts.
    void step(const Text& name, std::size_t total);
    void advance(const std::string& what);
    void done();

private:
    void draw(const std::string& what);
    Lang lang_;
    bool enabled_;
    std::mutex mutex_;
    std::string name_;
    std::size_t total_ = 0;
    std::size_t count_ = 0;
};

}  // namespace khomo::builder
