// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace khomo::builder {

/// A ZIP file whose bytes depend only on names and contents (fixed dates and modes). Call finish() once at the end.
class ZipWriter {
public:
    explicit ZipWriter(const std::filesystem::path& path);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    void add(const std::string& name, std::string_view bytes);
    void add_file(const std::string& name, const std::filesystem::path& path);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::builder
