// SPDX-License-Identifier: GPL-3.0-or-later

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <functional>

#include "builder/intake/row_frames.hpp"
#include "builder/intake/sandbox.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_zip.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

/// Runs `work` in a process of its own in the sandbox; true when it says so.
bool in_sandbox(const std::vector<std::filesystem::path>& readable, const std::filesystem::path& writable, const std::function<bool()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        builder::enter_sandbox({512, 10, 10}, readable, writable);
        ::_exit(work() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool can_open(const std::filesystem::path& path, int flags) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (fd >= 0) {
        ::close(fd);
    }
    return fd >= 0;
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("the sandbox leaves one file to read, one folder to write, no network and no other process") {
    const TemporaryFolder folder;
    const auto mine = folder.path() / "mine";
    const auto other = folder.path() / "other";
    const auto scratch = folder.path() / "scratch";
    std::filesystem::create_directory(scratch);
    write_file(mine, "x");
    write_file(other, "x");
    CHECK(in_sandbox({mine}, scratch, [&] { return can_open(mine, O_RDONLY) && can_open(scratch / "new", O_CREAT | O_WRONLY); }));
    CHECK(in_sandbox({mine}, scratch, [] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM; }));
    CHECK(in_sandbox({mine}, scratch, [] { return ::fork() < 0; }));
    CHECK(in_sandbox({mine}, scratch, [] { return ::execl("/bin/true", "true", nullptr) < 0; }));
    CHECK(in_sandbox({mine}, scratch, [] { return ::kill(::getppid(), 0) < 0; }));
    if (std::filesystem::exists("/sys/kernel/security/landlock") || in_sandbox({mine}, scratch, [&] { return !can_open(other, O_RDONLY); })) {
        CHECK(
            in_sandbox({mine}, scratch, [&] { return !can_open(other, O_RDONLY) && !can_open(mine, O_WRONLY) && !can_open(folder.path() / "new", O_CREAT | O_WRONLY); }));
        CHECK(in_sandbox({mine}, scratch, [] { return !can_open("/etc/passwd", O_RDONLY) && !can_open("/proc/1/environ", O_RDONLY); }));
    } else {
        MESSAGE("skipped, no Landlock in this kernel: files outside the sandbox");
    }
}

TEST_CASE("I8: the rows come from the copy that was hashed, whatever happens to the original") {
    IntakeBench bench;
    bench.write("a.csv", "a\n1\n");
    catalog::Delivery delivery;
    delivery.folder = bench.delivery_folder();
    const TemporaryFolder quarantine;
    catalog::Findings findings;
    const auto received = builder::take_in(delivery, quarantine.path(), {}, findings);
    bench.write("a.csv", "a\n2\n");
    const auto reader = builder::open_rows(bench.entry, delivery, received, {}, findings);
    REQUIRE(reader);
    catalog::RawRow row;
    REQUIRE(reader->next(row));
    CHECK(row.cells[0].text == "1");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("a child that runs out of memory becomes a finding that names the limit") {
    XlsxMaker maker;
    maker.shared.assign(700, "<t>" + std::string(30000, 'x') + "</t>");  // 21 MB of strings
    maker.sheet = "<sheetData/>";
    IntakeBench bench;
    bench.limits.memory_mb = 12;
    bench.write("a.xlsx", maker.bytes());
    const auto run = bench.run();
    CHECK(run.told() == Told{"block form/limit-memory a.xlsx||0|"});
    CHECK(run.message("form/limit-memory").find("12 MB") != std::string::npos);
}
#endif

TEST_CASE("a child that takes too long becomes a finding that names the limit") {
    std::string xml = "<a>";
    const std::string row = "<row><x>1</x><y>2</y><z>3</z></row>";
    while (xml.size() < (150U << 20)) {
        xml += row;
    }
    IntakeBench bench;
    bench.entry.table.record = "//row";
    bench.limits.cpu_seconds = 1;
    bench.limits.cpu_seconds_per_10mb = 0;
    bench.keep_rows = 0;
    bench.write("a.xml", xml + "</a>");
    const auto run = bench.run();
    CHECK(run.told() == Told{"block form/limit-time a.xml||0|"});
    CHECK(run.message("form/limit-time").find("1 seconds") != std::string::npos);
}

TEST_CASE("a reader that is dropped early stops its child and leaves nothing behind") {
    IntakeBench bench;
    std::string csv = "a,b\n";
    while (csv.size() < (64U << 20)) {
        csv += "1234567890,abcdefghijklmnopqrstuvwxyz\n";
    }
    bench.write("a.csv", csv);
    catalog::Delivery delivery;
    delivery.folder = bench.delivery_folder();
    const TemporaryFolder quarantine;
    catalog::Findings findings;
    const auto received = builder::take_in(delivery, quarantine.path(), {}, findings);
    const auto seconds = seconds_of([&] {
        const auto reader = builder::open_rows(bench.entry, delivery, received, {}, findings);
        catalog::RawRow row;
        REQUIRE(reader);
        CHECK(reader->next(row));
    });
    CHECK(seconds < 5);
    CHECK(std::distance(std::filesystem::directory_iterator(quarantine.path()), std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("frames give back what went in and survive damage") {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    catalog::RawHeader header;
    header.file = "a.csv";
    header.columns = {"ô", ""};
    header.serial_shift = 1462;
    catalog::RawRow row;
    row.row = 300;
    row.cells = {{catalog::RawCell::Kind::text, "Sơn La", 0},
                 {catalog::RawCell::Kind::number, "1.5", 1.5},
                 {},
                 {catalog::RawCell::Kind::boolean, "TRUE", 1},
                 {catalog::RawCell::Kind::date, "2026-01-01", 0}};
    row.geometry = std::string("\x01\0\x02", 3);
    builder::FrameWriter writer(pipe[1]);
    writer.header(header);
    CHECK(writer.row(row));
    CHECK(writer.row({}));
    writer.end();
    ::close(pipe[1]);
    builder::FrameReader reader(pipe[0]);
    catalog::RawHeader header_back;
    catalog::RawRow back;
    REQUIRE(reader.next(5) == builder::FrameType::header);
    CHECK(reader.header(header_back));
    CHECK(header_back.columns == header.columns);
    CHECK(header_back.serial_shift == 1462);
    REQUIRE(reader.next(5) == builder::FrameType::rows);
    REQUIRE(reader.row(back));
    CHECK(back.row == 300);
    CHECK(back.geometry == row.geometry);
    REQUIRE(back.cells.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(back.cells[i].kind == row.cells[i].kind);
        CHECK(back.cells[i].text == row.cells[i].text);
        CHECK(back.cells[i].number == row.cells[i].number);
    }
    CHECK(reader.row(back));
    CHECK(back.cells.empty());
    CHECK_FALSE(reader.row(back));
    CHECK(reader.next(5) == builder::FrameType::end);
    CHECK_FALSE(reader.next(5).has_value());
    ::close(pipe[0]);
}

TEST_CASE("a frame of rows with any byte changed or cut is taken or refused but never read past its end") {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    catalog::RawRow row;
    row.cells = {{catalog::RawCell::Kind::text, "abc", 0}, {catalog::RawCell::Kind::number, "1", 1}};
    builder::FrameWriter(pipe[1]).row(row);
    builder::FrameWriter writer(pipe[1]);
    writer.row(row);
    writer.row(row);
    writer.end();
    std::string whole(4096, '\0');
    const auto got = ::read(pipe[0], whole.data(), whole.size());
    REQUIRE(got > 5);
    whole.resize(static_cast<std::size_t>(got));
    for (std::size_t at = 5; at < whole.size() - 5; ++at) {
        for (const unsigned value : {0x00U, 0x01U, 0x7FU, 0x80U, 0xFFU}) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(value);
            REQUIRE(::write(pipe[1], damaged.data(), damaged.size()) == got);
            builder::FrameReader reader(pipe[0]);
            catalog::RawRow back;
            REQUIRE(reader.next(5) == builder::FrameType::rows);
            int rows = 0;
            while (reader.row(back)) {
                ++rows;
            }
            CHECK(rows <= static_cast<int>(whole.size()));
            REQUIRE(reader.next(5) == builder::FrameType::end);
        }
    }
    ::close(pipe[0]);
    ::close(pipe[1]);
}
