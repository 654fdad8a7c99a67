// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/compound_file.hpp"

#include <algorithm>
#include <cctype>

#include "catalog/base/file.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  ///< numbers above mean "end of chain", "free" and so on
constexpr std::size_t kHeader = 512;
constexpr std::size_t kMiniSector = 64;
constexpr std::uint64_t kLargestFile = 512ULL << 20;

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

std::uint16_t CompoundFile::word(std::size_t at) const {
    if (at + 2 > bytes_.size()) {
        return 0;
    }
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes_[at]) | static_cast<unsigned>(static_cast<unsigned char>(bytes_[at + 1])) << 8);
}

std::uint32_t CompoundFile::number(std::size_t at) const {
    return at + 4 > bytes_.size() ? 0 : word(at) | static_cast<std::uint32_t>(word(at + 2)) << 16;
}

std::optional<CompoundFile> CompoundFile::open(const std::filesystem::path& path) {
    CompoundFile file;
    file.bytes_ = read_file(path, kLargestFile);
    return file.parse() ? std::optional(std::move(file)) : std::nullopt;
}

bool CompoundFile::parse() {
    constexpr std::string_view kMagic("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    const auto shift = word(30);
    if (!std::string_view(bytes_).starts_with(kMagic) || (shift != 9 && shift != 12)) {
        return false;
    }
    sector_size_ = std::size_t{1} << shift;
    mini_cutoff_ = number(56);
    return read_fat() && read_directory();
}

bool CompoundFile::read_fat() {
    std::vector<std::uint32_t> sectors;
    for (std::size_t i = 0; i < 109; ++i) {
        sectors.push_back(number(76 + i * 4));
    }
    const auto most = bytes_.size() / sector_size_ + 1;
    auto next = number(68);
    for (std::size_t guard = 0; next < kLastSector && guard < most; ++guard) {
        const auto at = (static_cast<std::size_t>(next) + 1) * sector_size_;
        for (std::size_t i = 0; i + 1 < sector_size_ / 4; ++i) {
            sectors.push_back(number(at + i * 4));
        }
        next = number(at + sector_size_ - 4);
    }
    for (const auto sector : sectors) {
        const auto at = (static_cast<std::size_t>(sector) + 1) * sector_size_;
        if (sector >= kLastSector || at + sector_size_ > bytes_.size() + sector_size_ - 1) {
            continue;
        }
        for (std::size_t i = 0; i < sector_size_ / 4 && fat_.size() <= most + sector_size_; ++i) {
            fat_.push_back(number(at + i * 4));
        }
    }
    return !fat_.empty();
}

std::optional<std::string> CompoundFile::chain(std::uint32_t start, std::uint64_t limit) const {
    std::string out;
    std::size_t guard = 0;
    for (auto sector = start; sector < kLastSector && out.size() < limit; sector = fat_[sector]) {
        const auto at = (static_cast<std::size_t>(sector) + 1) * sector_size_;
        if (sector >= fat_.size() || at >= bytes_.size() || ++guard > fat_.size()) {
            return std::nullopt;
        }
        out.append(bytes_, at, sector_size_);  // the last sector of a file may be cut short
    }
    return out;
}

std::optional<std::string> CompoundFile::mini_chain(std::uint32_t start, std::uint64_t size) const {
    std::string out;
    std::size_t guard = 0;
    for (auto sector = start; sector < kLastSector && out.size() < size; sector = mini_fat_[sector]) {
        const auto at = static_cast<std::size_t>(sector) * kMiniSector;
        if (sector >= mini_fat_.size() || at >= mini_stream_.size() || ++guard > mini_fat_.size()) {
            return std::nullopt;
        }
        out.append(mini_stream_, at, kMiniSector);
    }
    return out;
}

bool CompoundFile::read_directory() {
    const auto directory = chain(number(48), kLargestFile);
    if (!directory) {
        return false;
    }
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>((*directory)[at]); };
    const auto long_at = [&](std::size_t at) {
        return static_cast<std::uint32_t>(byte(at)) | static_cast<std::uint32_t>(byte(at + 1)) << 8 | static_cast<std::uint32_t>(byte(at + 2)) << 16 |
               static_cast<std::uint32_t>(byte(at + 3)) << 24;
    };
    for (std::size_t at = 0; at + 128 <= directory->size(); at += 128) {
        Entry entry;
        const std::size_t length = std::min<std::size_t>(64, static_cast<std::size_t>(byte(at + 64)));
        for (std::size_t i = 0; i + 2 < length; i += 2) {
            entry.name += byte(at + i + 1) == 0 ? static_cast<char>(byte(at + i)) : '?';
        }
        entry.type = byte(at + 66);
        entry.start = long_at(at + 116);
        entry.size = long_at(at + 120);
        if (entry.type != 0) {
            entries_.push_back(std::move(entry));
        }
    }
    const auto mini_fat = chain(number(60), kLargestFile);
    for (std::size_t at = 0; mini_fat && at + 4 <= mini_fat->size(); at += 4) {
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            next |= static_cast<std::uint32_t>(static_cast<unsigned char>((*mini_fat)[at + i])) << (8 * i);
        }
        mini_fat_.push_back(next);
    }
    const auto root = std::find_if(entries_.begin(), entries_.end(), [](const auto& entry) { return entry.type == 5; });
    if (root != entries_.end() && root->size > 0) {
        mini_stream_ = chain(root->start, root->size).value_or("");
    }
    return !entries_.empty();
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) { return same_name(entry.name, name); });
    return found == entries_.end() ? nullptr : &*found;
}

bool CompoundFile::has(std::string_view name) const {
    return find(name) != nullptr;
}

bool CompoundFile::has_storage_like(std::string_view start) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.type == 1 && std::string_view(entry.name).starts_with(start); });
}

std::optional<std::string> CompoundFile::stream(std::string_view name) const {
    const auto* entry = find(name);
    if (entry == nullptr || entry->type != 2 || entry->size > bytes_.size()) {
        return std::nullopt;
    }
    auto out = entry->size < mini_cutoff_ ? mini_chain(entry->start, entry->size) : chain(entry->start, entry->size);
    if (out && out->size() > entry->size) {
        out->resize(entry->size);
    }
    return out;
}

}  // namespace khomo::builder
