// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/duplicate_finder.hpp"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

struct Mark {
    std::uint64_t hash;
    std::uint64_t place;  ///< of the key in the log
};

constexpr std::size_t kMarksInMemory = 1U << 20;  ///< 16 MB
constexpr std::size_t kLogInMemory = 16U << 20;
constexpr std::size_t kMarksAtOnce = 4096;  ///< read from a run at a time

/// A temporary file without a name.
class Scratch {
public:
    Scratch() {
        auto name = (std::filesystem::temp_directory_path() / "khomo-keys-XXXXXX").string();
        fd_ = ::mkstemp(name.data());
        if (fd_ < 0) {
            throw io_error("tạo", "make", name, errno);
        }
        ::unlink(name.c_str());
    }
    ~Scratch() { ::close(fd_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::uint64_t append(const void* bytes, std::size_t length) {
        const auto at = size_;
        const auto* from = static_cast<const char*>(bytes);
        while (length > 0) {
            const auto wrote = ::write(fd_, from, length);
            if (wrote < 0 && errno != EINTR) {
                throw io_error("ghi", "write", "khomo-keys", errno);
            }
            const auto done = wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
            from += done;
            length -= done;
            size_ += done;
        }
        return at;
    }
    void read(std::uint64_t at, void* to, std::size_t length) const {
        auto* out = static_cast<char*>(to);
        while (length > 0) {
            const auto got = ::pread(fd_, out, length, static_cast<off_t>(at));
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got <= 0) {
                throw io_error("đọc", "read", "khomo-keys", errno);
            }
            out += got;
            at += static_cast<std::uint64_t>(got);
            length -= static_cast<std::size_t>(got);
        }
    }
    std::uint64_t size() const { return size_; }

private:
    int fd_ = -1;
    std::uint64_t size_ = 0;
};

bool by_hash(const Mark& a, const Mark& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.place < b.place;
}

/// Sorted marks in a stretch of the file of runs.
class Run {
public:
    Run(const Scratch& file, std::uint64_t at, std::uint64_t count) : file_(&file), at_(at), left_(count) { fill(); }
    bool empty() const { return next_ == marks_.size(); }
    const Mark& front() const { return marks_[next_]; }
    void pop() {
        if (++next_ == marks_.size()) {
            fill();
        }
    }

private:
    void fill() {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kMarksAtOnce));
        marks_.resize(count);
        next_ = 0;
        if (count > 0) {
            file_->read(at_, marks_.data(), count * sizeof(Mark));
        }
        at_ += count * sizeof(Mark);
        left_ -= count;
    }
    const Scratch* file_;
    std::uint64_t at_;
    std::uint64_t left_;
    std::vector<Mark> marks_;
    std::size_t next_ = 0;
};

}  // namespace

struct DuplicateFinder::State {
    bool rising = true;  ///< every key was greater than the one before it: no two are equal
    std::string last;
    std::vector<Mark> marks;
    std::string log;              ///< the end of the log: row (8 bytes), length (4), key
    std::uint64_t log_start = 0;  ///< place of log[0]
    std::unique_ptr<Scratch> log_file;
    std::unique_ptr<Scratch> run_file;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> runs;  ///< place and count

    void spill_log() {
        if (!log_file) {
            log_file = std::make_unique<Scratch>();
        }
        log_file->append(log.data(), log.size());
        log_start += log.size();
        log.clear();
    }

    void spill_marks() {
        if (!run_file) {
            run_file = std::make_unique<Scratch>();
        }
        std::sort(marks.begin(), marks.end(), by_hash);
        const auto at = run_file->append(marks.data(), marks.size() * sizeof(Mark));
        runs.emplace_back(at, marks.size());
        marks.clear();
    }

    void read_log(std::uint64_t place, void* to, std::size_t length) const {
        if (place >= log_start) {
            std::memcpy(to, log.data() + (place - log_start), length);
        } else {
            log_file->read(place, to, length);  // records never lie across the border
        }
    }

    void mark(std::string_view key, std::uint64_t place) {
        if (marks.size() == kMarksInMemory) {
            spill_marks();
        }
        marks.push_back({std::hash<std::string_view>()(key), place});
    }

    /// The order has broken: marks for all keys that stand in the log so far.
    void mark_all() {
        rising = false;
        std::string key;
        const auto end = log_start + log.size();
        for (std::uint64_t place = 0; place < end; place += 12 + key.size()) {
            read_entry(place, key);
            mark(key, place);
        }
    }

    std::uint64_t read_entry(std::uint64_t place, std::string& key) const {
        std::array<char, 12> head{};
        read_log(place, head.data(), head.size());
        std::uint64_t row = 0;
        std::uint32_t length = 0;
        std::memcpy(&row, head.data(), 8);
        std::memcpy(&length, head.data() + 8, 4);
        key.resize(length);
        read_log(place + head.size(), key.data(), length);
        return row;
    }

    /// `places` are those of one hash, in the order of the rows.
    void report_group(const std::vector<std::uint64_t>& places, const Report& report) const {
        if (places.size() < 2) {
            return;
        }
        std::vector<std::pair<std::string, std::uint64_t>> firsts;
        std::string key;
        for (const auto place : places) {
            const auto row = read_entry(place, key);
            const auto first = std::find_if(firsts.begin(), firsts.end(), [&](const auto& known) { return known.first == key; });
            if (first == firsts.end()) {
                firsts.emplace_back(key, row);
            } else {
                report(row, first->second, key);
            }
        }
    }
};

DuplicateFinder::DuplicateFinder() : state_(std::make_unique<State>()) {}
DuplicateFinder::~DuplicateFinder() = default;
DuplicateFinder::DuplicateFinder(DuplicateFinder&&) noexcept = default;
DuplicateFinder& DuplicateFinder::operator=(DuplicateFinder&&) noexcept = default;

void DuplicateFinder::add(std::string_view key, std::uint64_t row) {
    auto& s = *state_;
    if (s.log.size() + key.size() + 12 > kLogInMemory && !s.log.empty()) {
        s.spill_log();
    }
    if (s.rising) {
        if (key > s.last || (s.log_start == 0 && s.log.empty())) {
            s.last = key;
        } else {
            s.mark_all();
        }
    }
    if (!s.rising) {
        s.mark(key, s.log_start + s.log.size());
    }
    const auto length = static_cast<std::uint32_t>(key.size());
    s.log.append(reinterpret_cast<const char*>(&row), 8).append(reinterpret_cast<const char*>(&length), 4).append(key);
}

void DuplicateFinder::finish(const Report& report) {
    auto& s = *state_;
    if (s.rising) {
        s = State{};
        return;
    }
    std::vector<std::uint64_t> places;
    std::uint64_t hash = 0;
    const auto take = [&](const Mark& mark) {
        if (mark.hash != hash && !places.empty()) {
            s.report_group(places, report);
            places.clear();
        }
        hash = mark.hash;
        places.push_back(mark.place);
    };
    if (s.runs.empty()) {
        std::sort(s.marks.begin(), s.marks.end(), by_hash);
        std::for_each(s.marks.begin(), s.marks.end(), take);
    } else {
        s.spill_marks();
        std::vector<Run> runs;
        for (const auto& [at, count] : s.runs) {
            runs.emplace_back(*s.run_file, at, count);
        }
        while (true) {
            Run* least = nullptr;
            for (auto& run : runs) {
                if (!run.empty() && (least == nullptr || by_hash(run.front(), least->front()))) {
                    least = &run;
                }
            }
            if (least == nullptr) {
                break;
            }
            take(least->front());
            least->pop();
        }
    }
    s.report_group(places, report);
    s = State{};
}

}  // namespace khomo::builder
