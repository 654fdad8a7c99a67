// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "catalog/base/aggregate.hpp"
#include "catalog/base/error.hpp"

/// Plain structs as bytes and back, member by member, for caches on the machine that made them: no promise beyond this very program. A
/// type that it does not know does not compile. Reading throws Error(format) at the first byte that cannot be.
namespace khomo {

class RecordWriter {
public:
    std::string take() { return std::move(bytes_); }

    template <typename T>
    void put(const T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            char raw[sizeof(T)];
            std::memcpy(raw, &value, sizeof(T));
            bytes_.append(raw, sizeof(T));
        } else {
            std::apply([this](const auto&... member) { (put(member), ...); }, members_of(value));
        }
    }
    void put(const std::string& text) {
        put(text.size());
        bytes_ += text;
    }
    template <typename T>
    void put(const std::vector<T>& list) {
        put(list.size());
        for (const auto& item : list) {
            put(item);
        }
    }
    template <typename T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) {
            put(*value);
        }
    }
    template <typename K, typename V>
    void put(const std::map<K, V>& map) {
        put(map.size());
        for (const auto& [key, value] : map) {
            put(key);
            put(value);
        }
    }
    template <typename T, std::size_t n>
    void put(const std::array<T, n>& list) {
        for (const auto& item : list) {
            put(item);
        }
    }
    template <typename A, typename B>
    void put(const std::pair<A, B>& both) {
        put(both.first);
        put(both.second);
    }

private:
    std::string bytes_;
};

class RecordReader {
public:
    explicit RecordReader(std::string_view bytes) : rest_(bytes) {}
    bool at_end() const { return rest_.empty(); }
    std::string_view text_view() { return raw(length()); }

    template <typename T>
    void get(T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            std::memcpy(&value, raw(sizeof(T)).data(), sizeof(T));
        } else {
            std::apply([this](auto&... member) { (get(member), ...); }, members_of(value));
        }
    }
    void get(std::string& text) { text = text_view(); }
    template <typename T>
    void get(std::vector<T>& list) {
        list.resize(length());
        for (auto& item : list) {
            get(item);
        }
    }
    template <typename T>
    void get(std::optional<T>& value) {
        bool has = false;
        get(has);
        value.reset();
        if (has) {
            get(value.emplace());
        }
    }
    template <typename K, typename V>
    void get(std::map<K, V>& map) {
        map.clear();
        for (auto left = length(); left > 0; --left) {
            std::pair<K, V> item;
            get(item.first);
            get(item.second);
            map.insert(map.end(), std::move(item));
        }
    }
    template <typename T, std::size_t n>
    void get(std::array<T, n>& list) {
        for (auto& item : list) {
            get(item);
        }
    }
    template <typename A, typename B>
    void get(std::pair<A, B>& both) {
        get(both.first);
        get(both.second);
    }

private:
    std::string_view raw(std::size_t size) {
        if (size > rest_.size()) {
            throw Error(ErrorKind::format, {"Bản ghi bị cắt ngắn", "The record is cut short"});
        }
        const auto part = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return part;
    }
    /// Every item takes a byte at least, so that a damaged length cannot ask for more memory than there are bytes.
    std::size_t length() {
        std::size_t size = 0;
        std::memcpy(&size, raw(sizeof(size)).data(), sizeof(size));
        if (size > rest_.size()) {
            throw Error(ErrorKind::format, {"Bản ghi bị cắt ngắn", "The record is cut short"});
        }
        return size;
    }

    std::string_view rest_;
};

}  // namespace khomo
