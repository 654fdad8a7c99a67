// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/crs/transformer.hpp"

#include <proj.h>

#include <cmath>
#include <limits>
#include <string_view>

#include "catalog/base/error.hpp"

namespace khomo::geo {
namespace {

struct FreeContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct FreePj {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Pj = std::unique_ptr<PJ, FreePj>;

PJ_CONTEXT* context() {
    // PROJ contexts are not thread-safe; one per thread, never on the network, quiet: we report in our own words.
    thread_local const std::unique_ptr<PJ_CONTEXT, FreeContext> own = [] {
        std::unique_ptr<PJ_CONTEXT, FreeContext> made(proj_context_create());
        proj_context_set_enable_network(made.get(), 0);
        proj_log_level(made.get(), PJ_LOG_NONE);
        return made;
    }();
    return own.get();
}

Pj read_crs(const std::string& definition) {
    Pj crs(proj_create(context(), definition.c_str()));
    return crs && proj_is_crs(crs.get()) != 0 ? std::move(crs) : nullptr;
}

bool has_known_datum(const PJ* crs) {
    const Pj geodetic(proj_crs_get_geodetic_crs(context(), crs));
    const Pj datum(geodetic ? proj_crs_get_datum_forced(context(), geodetic.get()) : nullptr);
    const std::string_view name = datum && proj_get_name(datum.get()) != nullptr ? proj_get_name(datum.get()) : "unknown";
    return name.find("nknown") == std::string_view::npos && name.find("Undefined") == std::string_view::npos;
}

std::string code_of(const PJ* crs) {
    const char* authority = proj_get_id_auth_name(crs, 0);
    const char* code = proj_get_id_code(crs, 0);
    if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG") {
        return std::string("EPSG:") + code;
    }
    int* confidence = nullptr;
    PJ_OBJ_LIST* matches = proj_identify(context(), crs, "EPSG", nullptr, &confidence);
    std::string found;
    if (matches != nullptr && proj_list_get_count(matches) > 0 && confidence[0] >= 90) {
        const Pj best(proj_list_get(context(), matches, 0));
        found = std::string("EPSG:") + proj_get_id_code(best.get(), 0);
    }
    proj_int_list_destroy(confidence);
    proj_list_destroy(matches);
    return found;
}

}  // namespace

std::optional<CrsInfo> identify_crs(const std::string& definition) {
    const auto crs = read_crs(definition);
    if (!crs) {
        return std::nullopt;
    }
    CrsInfo info;
    info.code = code_of(crs.get());
    info.name = proj_get_name(crs.get()) != nullptr ? proj_get_name(crs.get()) : "";
    const auto type = proj_get_type(crs.get());
    info.projected = type != PJ_TYPE_GEOGRAPHIC_2D_CRS && type != PJ_TYPE_GEOGRAPHIC_3D_CRS;
    info.known_datum = has_known_datum(crs.get());
    return info;
}

bool north_first(const std::string& definition) {
    const auto crs = read_crs(definition);
    const Pj axes(crs ? proj_crs_get_coordinate_system(context(), crs.get()) : nullptr);
    const char* direction = nullptr;
    if (!axes || proj_cs_get_axis_info(context(), axes.get(), 0, nullptr, nullptr, &direction, nullptr, nullptr, nullptr, nullptr) == 0 || direction == nullptr) {
        throw Error(ErrorKind::input, {"PROJ không đọc được " + definition, "PROJ cannot read " + definition});
    }
    return std::string_view(direction) == "north";
}

std::string crs_wkt1(int epsg) {
    const Pj crs(proj_create_from_database(context(), "EPSG", std::to_string(epsg).c_str(), PJ_CATEGORY_CRS, 0, nullptr));
    const char* const options[] = {"MULTILINE=NO", nullptr};
    const char* wkt = crs ? proj_as_wkt(context(), crs.get(), PJ_WKT1_GDAL, options) : nullptr;
    if (wkt == nullptr) {
        throw Error(ErrorKind::input, {"PROJ không biết EPSG:" + std::to_string(epsg), "PROJ does not know EPSG:" + std::to_string(epsg)});
    }
    return wkt;
}

struct Transformer::State {
    Pj pj;
    bool identity = false;
};

Transformer::Transformer(const std::string& from, const std::string& to) : state_(std::make_unique<State>()) {
    const auto source = read_crs(from);
    const auto target = read_crs(to);
    const auto fail = [&](const std::string& vi, const std::string& en) {
        throw Error(ErrorKind::input, {"Không chuyển tọa độ từ " + from.substr(0, 80) + " sang " + to.substr(0, 80) + ": " + vi,
                                       "Cannot transform from " + from.substr(0, 80) + " to " + to.substr(0, 80) + ": " + en});
    };
    if (!source || !target) {
        fail("hệ tọa độ không đọc được", "a coordinate system cannot be read");
    }
    if (proj_is_equivalent_to(source.get(), target.get(), PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0) {
        state_->identity = true;
        return;
    }
    const char* const options[] = {"ALLOW_BALLPARK=NO", nullptr};
    Pj made(proj_create_crs_to_crs_from_pj(context(), source.get(), target.get(), nullptr, options));
    if (!made) {
        fail("không có phép chuyển datum (không bao giờ dùng phép gần đúng)", "there is no datum transformation (a ballpark one is never used)");
    }
    state_->pj.reset(proj_normalize_for_visualization(context(), made.get()));
    if (!state_->pj) {
        fail("không chuẩn hóa được thứ tự trục", "the axis order cannot be normalised");
    }
}

Transformer::~Transformer() = default;
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;

bool Transformer::identity() const { return state_->identity; }

bool Transformer::transform(double& x, double& y) const {
    transform(&x, &y, 1, 1);
    return std::isfinite(x) && std::isfinite(y);
}

void Transformer::transform(double* x, double* y, std::size_t count, std::size_t stride_in_doubles) const {
    if (state_->identity || count == 0) {
        return;
    }
    const std::size_t stride = stride_in_doubles * sizeof(double);
    proj_trans_generic(state_->pj.get(), PJ_FWD, x, stride, count, y, stride, count, nullptr, 0, 0, nullptr, 0, 0);
}

}  // namespace khomo::geo
