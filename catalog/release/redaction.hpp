// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace khomo::catalog {

/// Why something was taken out of a release: an entry of the journal.
struct RedactionCause {
    std::int64_t sequence = 0;
    std::string entry_hash;
    std::string dataset;
    std::vector<int> versions;  ///< empty: the whole dataset
    std::string document;
    std::string at;  ///< RFC 3339
};

/// One file of the manifest that is there no more as the manifest says.
struct RedactedFile {
    std::string path;
    std::string unit;    ///< that it belonged to: such a unit is never carried into another release
    std::string sha256;  ///< of the bytes that went
    std::int64_t cause = 0;           ///< sequence
    std::optional<std::string> text;  ///< what stands there now; none: nothing
};

/// A file beside those of the manifest: the marker of a tombstone.
struct RedactionMarker {
    std::string path;
    std::string text;
};

/// redactions.json of a release (docs/release-format.md): what was taken out of it after it was sealed. It holds everything that is needed
/// to take it out again, so that a run that was killed half-way is ended by the next one.
struct RedactionRecord {
    std::string release;
    std::vector<RedactionCause> causes;
    std::vector<RedactedFile> files;
    std::vector<RedactionMarker> markers;

    bool holds(std::int64_t cause) const;
    std::string to_json() const;
    static RedactionRecord parse(const std::string& json);  ///< throws Error(format)
    /// Of a release folder; none where nothing was taken out.
    static std::optional<RedactionRecord> read(const std::filesystem::path& release);
};

}  // namespace khomo::catalog
