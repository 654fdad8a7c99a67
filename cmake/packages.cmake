# SPDX-License-Identifier: GPL-3.0-or-later
# Every package Khomo links, as imported targets. A folder links only the packages it is the home of
# (docs/architecture.md); everything here comes from Debian 12.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CLI11 REQUIRED)

function(khomo_pkg target module)
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET GLOBAL ${module})
endfunction()

khomo_pkg(SQLITE sqlite3)
khomo_pkg(ICU "icu-i18n;icu-uc")
khomo_pkg(CRYPTO libcrypto)
khomo_pkg(SODIUM libsodium)
khomo_pkg(CMARK libcmark)
khomo_pkg(XAPIAN xapian-core)
khomo_pkg(PROJ proj)
khomo_pkg(GDAL gdal)
khomo_pkg(GEOS geos)
khomo_pkg(ARCHIVE libarchive)
khomo_pkg(XML libxml-2.0)
khomo_pkg(FREEXL freexl)
khomo_pkg(XLSXWRITER xlsxwriter)
khomo_pkg(CURL libcurl)
khomo_pkg(SECCOMP libseccomp)
khomo_pkg(BROTLI "libbrotlienc;libbrotlidec")
khomo_pkg(ZSTD libzstd)

# No pkg-config file in Debian: found by name.
find_library(KHOMO_CSV_LIBRARY csv REQUIRED)
# With the macros Debian built it with: other ones would change its classes under our feet.
khomo_pkg(HTTPLIB cpp-httplib)
set(KHOMO_HTTPLIB_LIBRARY PkgConfig::HTTPLIB PkgConfig::CRYPTO)
find_path(KHOMO_MUSTACHE_INCLUDE mustache.hpp PATH_SUFFIXES kainjow REQUIRED)
find_path(KHOMO_DOCTEST_INCLUDE doctest/doctest.h REQUIRED)
