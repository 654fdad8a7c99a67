// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::builder {

/// The encodings that the catalogue may declare (table.encoding), beside "auto": "utf-8", "windows-1258", "tcvn3", "vni", "viscii",
/// "windows-1252", and for text that is Unicode by its form but was misread on the way "utf-8+utf-8" (encoded twice), "utf-8+tcvn3", "utf-8+vni",
/// "utf-8+viscii", "utf-8+windows-1258".
const std::vector<std::string>& encoding_names();
/// All of them, separated by commas.
std::string list_of_encodings();

/// Decodes texts of one file to UTF-8; legacy text comes out in NFC. Not thread-safe.
class TextDecoder {
public:
    /// Throws Error(input) for a name that is not in encoding_names().
    explicit TextDecoder(const std::string& encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;

    /// Replaces `out`; false when the bytes are not valid in the encoding. A text in "utf-8+…" that was not misread stays as it is.
    bool decode(std::string_view bytes, std::string& out);
    const std::string& name() const { return name_; }

private:
    bool decode_plain(std::string_view bytes, std::string& out);
    bool convert(std::string_view bytes, std::string& out);
    bool decode_again(std::string_view text, std::string& out);

    std::string name_;
    std::string inner_;          ///< of "utf-8+tcvn3", "tcvn3"
    void* converter_ = nullptr;  ///< iconv_t, where glibc has the encoding
};

/// The distinct words of a sample that hold bytes beyond ASCII, at most 4,000.
class WordSample {
public:
    void add(std::string_view text);
    bool empty() const { return words_.empty(); }
    bool full() const;
    const std::vector<std::string>& words() const { return words_; }

private:
    std::vector<std::string> words_;
    std::vector<std::string> sorted_;  ///< the same, to find doubles
};

/// One way to read a sample.
struct Reading {
    std::string encoding;
    double share = 0;         ///< of the words with marks, how many are well-formed Vietnamese syllables (0…1)
    std::size_t counted = 0;  ///< words with marks under this reading
    std::string shown;        ///< the first words, decoded
};

/// Every reading of the sample, best first; readings that give the same text stand once, under the first name. `unicode`: the sample is valid
/// UTF-8, so the readings are "utf-8" and the "utf-8+…"; otherwise those of bytes.
std::vector<Reading> read_sample_as(const WordSample& sample, bool unicode);

/// The verdict of requirements C18 over such readings: the best, when its share is at least 0.8 and at least 0.2 above the next.
/// A sample that is Unicode stays "utf-8" where no other reading is that much better. None in doubt.
std::optional<std::string> settle_encoding(const std::vector<Reading>& readings, bool unicode);

/// "tcvn3: «Rừng …», viscii: «…»" for a message.
std::string show_readings(const std::vector<Reading>& readings);

/// Share (0…1) of the words with marks in a UTF-8 text that are well-formed Vietnamese syllables; 0 when there are none.
double vietnamese_share(std::string_view text);

}  // namespace khomo::builder
