// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "builder/release/staging_area.hpp"
#include "catalog/model/version.hpp"

namespace khomo::builder {

/// A group of release files that are made from the same inputs (docs/release-format.md).
struct Unit {
    std::string name;         ///< unique, such as "pages/dataset/ho-chua"
    std::string fingerprint;  ///< hash of everything the files are made from; equal fingerprints mean equal bytes
    /// Makes all files of the unit. Runs only when the fingerprint is new; may run beside other units in another thread,
    /// so it must only read the snapshot and what it captured.
    std::function<void(UnitWriter&)> make;
};

/// Collects what a unit depends on.
class Fingerprint {
public:
    /// `kind` names the output and carries its own revision ("pages/dataset 3"): raise it when the code changes what it writes.
    explicit Fingerprint(std::string_view kind);
    Fingerprint& add(std::string_view input);
    Fingerprint& add(std::int64_t input);
    std::string hex() const;
    /// The inputs themselves, unhashed, to be added to other fingerprints.
    const std::string& text() const { return inputs_; }

private:
    std::string inputs_;
};

/// One kind of product (pages, downloads, index …): says which units there are for a snapshot.
class Output {
public:
    virtual ~Output() = default;
    /// Stages run one after the other: an output of a later stage may ask for the files of the earlier ones (UnitWriter::made).
    enum class Stage { data, packages, pages };
    virtual Stage stage() const = 0;
    virtual std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const = 0;
};

}  // namespace khomo::builder
