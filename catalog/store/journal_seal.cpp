// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/journal_seal.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/journal.hpp"

namespace khomo::catalog {
namespace {

std::vector<std::string> blocks_of(const std::filesystem::path& file) {
    std::vector<std::string> blocks;
    std::ifstream in(file, std::ios::binary);
    std::string block(JournalSeal::kBlock, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        blocks.push_back(sha256_hex(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount()))));
    }
    return blocks;
}

/// The seal's text: JSON in one line, and the SHA-256 of that line in the next.
std::string text_of(const JournalSeal& seal) {
    const auto json = nlohmann::json({{"entries", seal.entries}, {"head", seal.head}, {"bytes", seal.bytes}, {"blocks", seal.blocks}}).dump() + "\n";
    return json + sha256_hex(json) + "\n";
}

/// None where the text is not exactly what seal_journal() writes.
std::optional<JournalSeal> parse(const std::string& text) {
    const auto json = nlohmann::json::parse(text.substr(0, text.find('\n')), nullptr, false);
    JournalSeal seal;
    try {
        json.at("entries").get_to(seal.entries);
        json.at("head").get_to(seal.head);
        json.at("bytes").get_to(seal.bytes);
        json.at("blocks").get_to(seal.blocks);
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
    return text_of(seal) == text ? std::optional(std::move(seal)) : std::nullopt;
}

Text in_both(const std::string& vi, const std::string& en) { return {vi, en}; }

/// What the entries say against the seal; nothing when the sealed ones are all there.
std::optional<Text> against_seal(const JournalSeal& seal, const Journal& journal) {
    const auto head = journal.head();
    const auto count = std::to_string(seal.entries);
    if (seal.entries > 0 && (!head || head->sequence < seal.entries)) {
        const auto left = std::to_string(head ? head->sequence : 0);
        return in_both("nhật ký bị cắt đuôi: còn " + left + " mục, niêm phong ghi " + count, "the journal's tail is cut off: " + left + " entries are left, the seal says " + count);
    }
    const auto sealed = journal.entry(seal.entries);
    if (seal.entries > 0 && (!sealed || sealed->hash != seal.head)) {
        return in_both("mục " + count + " của nhật ký không phải mục đã niêm phong", "entry " + count + " of the journal is not the one that was sealed");
    }
    if (const auto broken = journal.first_broken(seal.entries + 1)) {
        const auto number = std::to_string(*broken);
        return in_both("mục " + number + " của nhật ký không nối tiếp chuỗi", "entry " + number + " of the journal does not continue the chain");
    }
    return std::nullopt;
}

void check_blocks(const JournalSeal& seal, const std::filesystem::path& file, std::vector<Text>& faults) {
    if (const auto bytes = std::filesystem::file_size(file); bytes != seal.bytes) {
        faults.push_back(in_both("journal.sqlite dài " + std::to_string(bytes) + " byte, niêm phong ghi " + std::to_string(seal.bytes),
                                 "journal.sqlite has " + std::to_string(bytes) + " bytes, the seal says " + std::to_string(seal.bytes)));
    }
    const auto blocks = blocks_of(file);
    for (std::size_t i = 0; i < std::min(blocks.size(), seal.blocks.size()); ++i) {
        if (blocks[i] != seal.blocks[i]) {
            const auto range = std::to_string(i * JournalSeal::kBlock) + "–" + std::to_string(std::min<std::uint64_t>((i + 1) * JournalSeal::kBlock, seal.bytes) - 1);
            faults.push_back(in_both("journal.sqlite bị đổi trong khoảng byte " + range, "journal.sqlite was changed within bytes " + range));
        }
    }
}

}  // namespace

void seal_journal(const std::filesystem::path& state, const Journal& journal) {
    const auto head = journal.head();
    const auto journal_file = state / Journal::kFile;
    const auto text = text_of({head ? head->sequence : 0, head ? head->hash : chain_start(), std::filesystem::file_size(journal_file), blocks_of(journal_file)});
    const auto file = state / JournalSeal::kFile;
    if (!std::filesystem::exists(file) || read_file(file) != text) {
        replace_file(file, text);
    }
}

void check_sealed_head(const std::filesystem::path& state, const Journal& journal) {
    const auto file = state / JournalSeal::kFile;
    if (!std::filesystem::exists(file)) {
        return;
    }
    const auto seal = parse(read_file(file));
    const auto fault = seal ? against_seal(*seal, journal) : in_both("journal.seal bị đổi", "journal.seal was changed");
    if (fault) {
        throw Error(ErrorKind::refused, {"Không dựng: " + fault->vi + ". Xem khomo journal verify; khôi phục thư mục trạng thái từ bản sao lưu (khomo state restore)",
                                         "Nothing is built: " + fault->en + ". See khomo journal verify; restore the state from its backup (khomo state restore)"});
    }
}

std::vector<Text> check_journal(const std::filesystem::path& state) {
    std::vector<Text> faults;
    if (!std::filesystem::is_regular_file(state / Journal::kFile)) {
        faults.push_back(in_both("thiếu journal.sqlite", "journal.sqlite is missing"));
        return faults;
    }
    std::optional<JournalSeal> seal;
    if (!std::filesystem::is_regular_file(state / JournalSeal::kFile)) {
        faults.push_back(in_both("thiếu journal.seal", "journal.seal is missing"));
    } else if (seal = parse(read_file(state / JournalSeal::kFile)); !seal) {
        faults.push_back(in_both("journal.seal bị đổi", "journal.seal was changed"));
    }
    std::int64_t entries = -1;
    try {
        const Journal journal(state / Journal::kFile);
        if (const auto broken = journal.first_broken()) {
            const auto number = std::to_string(*broken);
            faults.push_back(in_both("nhật ký bị đổi từ mục " + number, "the journal was changed from entry " + number + " on"));
        }
        if (seal) {
            if (auto fault = against_seal(*seal, journal)) {
                faults.push_back(std::move(*fault));
            }
        }
        if (const auto told = journal.file_faults(); !told.empty()) {
            faults.push_back(in_both("journal.sqlite hỏng: " + told, "journal.sqlite is damaged: " + told));
        }
        entries = journal.head() ? journal.head()->sequence : 0;
    } catch (const Error& error) {
        faults.push_back(in_both("không đọc được journal.sqlite: " + error.message().vi, "journal.sqlite cannot be read: " + error.message().en));
    }
    // A journal that went on after its seal has other blocks by right.
    if (seal && entries <= seal->entries) {
        check_blocks(*seal, state / Journal::kFile, faults);
    }
    return faults;
}

}  // namespace khomo::catalog
