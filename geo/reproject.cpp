// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/reproject.hpp"

#include "catalog/base/error.hpp"
#include "catalog/base/wkb.hpp"
#include "geo/crs/transformer.hpp"

namespace khomo::geo {
namespace {

class Reprojected : public catalog::RowReader {
public:
    Reprojected(catalog::RowReader& rows, const std::string& from, const std::string& to) : rows_(rows), transformer_(from, to) {}

    bool next(catalog::Row& row) override {
        if (!rows_.next(row)) {
            return false;
        }
        ++count_;
        if (!row.geometry.empty() && !transformer_.identity()) {
            wkb_transform(row.geometry, [&](double& x, double& y) {
                if (!transformer_.transform(x, y)) {
                    throw Error(ErrorKind::format, {"Dòng " + std::to_string(count_) + " có tọa độ không chuyển được", "Row " + std::to_string(count_) + " has coordinates that cannot be transformed"});
                }
            });
        }
        return true;
    }

private:
    catalog::RowReader& rows_;
    Transformer transformer_;
    std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<catalog::RowReader> reproject(catalog::RowReader& rows, const std::string& from, const std::string& to) {
    return std::make_unique<Reprojected>(rows, from, to);
}

}  // namespace khomo::geo
