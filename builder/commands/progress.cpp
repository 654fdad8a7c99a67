// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace khomo::builder {

Progress::Progress(Lang lang, bool enabled) : lang_(lang), enabled_(enabled && ::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { done(); }

void Progress::step(const Text& name, std::size_t total) {
    const std::lock_guard lock(mutex_);
    name_ = name.in(lang_);
    total_ = total;
    count_ = 0;
    draw("");
}

void Progress::advance(const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++count_;
    draw(what);
}

void Progress::done() {
    const std::lock_guard lock(mutex_);
    if (enabled_ && !name_.empty()) {
        std::cerr << "\r\033[K" << std::flush;
    }
    name_.clear();
}

void Progress::draw(const std::string& what) {
    if (!enabled_ || name_.empty()) {
        return;
    }
    constexpr std::size_t kWidth = 24;
    const std::size_t filled = total_ == 0 ? kWidth : std::min(kWidth, count_ * kWidth / total_);
    std::string bar(filled, '#');
    bar.resize(kWidth, '.');
    std::cerr << "\r\033[K" << name_ << " [" << bar << "] " << count_ << '/' << total_ << ' ' << what.substr(0, 40) << std::flush;
}

}  // namespace khomo::builder
