// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>
#include <functional>
#include <numbers>

#include "builder/gate/confirmation.hpp"
#include "builder/gate/hash_set.hpp"
#include "builder/gate/relation_rules.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/shape_size.hpp"
#include "builder/gate/value_text.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "geo/crs/transformer.hpp"

namespace khomo::builder {
namespace {

using catalog::Severity;

std::string percent(double share) { return to_text(std::round(share * 1000) / 10) + "%"; }

double number_of(const catalog::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*integer);
    }
    const auto* real = std::get_if<double>(&value);
    return real == nullptr ? 0 : *real;
}

/// Sum of a field over all rows.
struct Total {
    double sum = 0;
    double size = 0;  ///< of absolute values
    void add(double value) {
        sum += value;
        size += std::fabs(value);
    }
};

/// Where the geometries of a table lie, and how large they are.
struct Spread {
    std::uint64_t shapes = 0;
    double x = 0;  ///< sums of the centres
    double y = 0;
    double area = 0;
    double length = 0;
    void add(const std::string& wkb) {
        const auto size = wkb.empty() ? ShapeSize{} : measure_shape(wkb);
        if (!size.empty) {
            ++shapes;
            x += size.x;
            y += size.y;
            area += size.area;
            length += size.length;
        }
    }
};

/// The mean position in WGS 84; none when it cannot be told.
std::optional<std::pair<double, double>> mean_position(const Spread& spread, const std::string& crs) {
    if (spread.shapes == 0 || crs.empty()) {
        return std::nullopt;
    }
    double x = spread.x / static_cast<double>(spread.shapes);
    double y = spread.y / static_cast<double>(spread.shapes);
    try {
        if (!geo::Transformer(crs, "EPSG:4326").transform(x, y)) {
            return std::nullopt;
        }
    } catch (const Error&) {  // a system that PROJ cannot bring to WGS 84: the geometry rules tell that
        return std::nullopt;
    }
    return std::pair(x, y);
}

double metres_between(std::pair<double, double> a, std::pair<double, double> b) {
    constexpr double kMetresPerDegree = 111'195;
    const double radians = (a.second + b.second) / 2 * std::numbers::pi / 180;
    return std::hypot((a.first - b.first) * std::cos(radians), a.second - b.second) * kMetresPerDegree;
}

/// Some of the keys of the version before, all of them while they are few: with more, those whose hash ends in so many zero bits, which is as
/// good as a random choice and the same one in both versions.
class KeySample {
public:
    void add(std::uint64_t hash) {
        if (in_sample(hash) && keys_.insert(hash) && keys_.size() > kMost) {
            mask_ = mask_ * 2 + 1;
            keys_.filter([&](std::uint64_t key) { return in_sample(key); });
        }
    }
    void meet(std::uint64_t hash) { met_ += in_sample(hash) && keys_.contains(hash) ? 1 : 0; }
    double lost_share() const { return keys_.size() == 0 ? 0 : std::fmax(0, 1 - static_cast<double>(met_) / static_cast<double>(keys_.size())); }
    bool whole() const { return mask_ == 0; }
    std::uint64_t lost() const { return keys_.size() > met_ ? keys_.size() - met_ : 0; }

private:
    static constexpr std::size_t kMost = 2'000'000;
    bool in_sample(std::uint64_t hash) const { return (hash & mask_) == 0; }
    std::uint64_t mask_ = 0;
    HashSet keys_;
    std::uint64_t met_ = 0;
};

class ChangeRule : public RowRule {
public:
    explicit ChangeRule(const RowRuleContext& context) : context_(context), limits_(context.entry.change), before_(*context.previous) {
        match_fields();
        catalog::Row row;
        const auto rows = context.previous_rows();
        while (rows->next(row)) {
            if (!old_key_.empty()) {
                keys_.add(key_of(row, old_key_));
            }
            for (auto& field : totals_) {
                field.before.add(number_of(row.values[field.old_place]));
            }
            spread_before_.add(row.geometry);
        }
    }
    void row(const catalog::Row& row, std::uint64_t) override {
        ++rows_;
        if (!new_key_.empty()) {
            keys_.meet(key_of(row, new_key_));
        }
        for (auto& field : totals_) {
            field.now.add(number_of(row.values[field.new_place]));
        }
        if (!context_.crs.empty()) {
            spread_now_.add(row.geometry);
        }
    }
    void finish() override {
        check_narrowing();
        check_rows();
        check_keys();
        check_totals();
        check_geometry();
    }

private:
    struct MovedField {
        const catalog::Field* field;
        std::size_t old_place;
        std::size_t new_place;
        Total before{};
        Total now{};
    };

    std::size_t old_place(const std::string& name) const {
        return static_cast<std::size_t>(std::find_if(before_.fields.begin(), before_.fields.end(), [&](const auto& field) { return field.name == name; }) - before_.fields.begin());
    }

    void match_fields() {
        const auto& entry = context_.entry;
        for (const auto& name : entry.key) {
            old_key_.push_back(old_place(name));
            new_key_.push_back(field_place(entry, name));
            if (old_key_.back() == before_.fields.size()) {
                old_key_.clear();
                new_key_.clear();
                break;
            }
        }
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            const auto& field = entry.fields[i];
            const auto old = old_place(field.name);
            if (old < before_.fields.size() && is_total(field) && is_number(before_.fields[old].type)) {
                totals_.push_back({&field, old, i});
            }
        }
    }

    static bool is_number(catalog::FieldType type) { return type == catalog::FieldType::integer || type == catalog::FieldType::number; }

    bool is_total(const catalog::Field& field) const {
        const auto& entry = context_.entry;
        const auto names = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), field.name) != list.end(); };
        if (!limits_.totals_fields.empty()) {
            return names(limits_.totals_fields);
        }
        const bool coordinate = entry.geometry && (entry.geometry->x == field.name || entry.geometry->y == field.name);
        return is_number(field.type) && !names(entry.key) && field.codelist.empty() && field.codes.empty() && !coordinate;
    }

    std::uint64_t key_of(const catalog::Row& row, const std::vector<std::size_t>& places) {
        text_.clear();
        for (const auto place : places) {
            append_key(text_, row.values[place]);
            text_ += kKeyBreak;
        }
        return std::hash<std::string_view>()(text_);
    }

    /// Blocks above the limit unless somebody has put his name to it, warns above a quarter of it.
    void judge(std::string_view rule, const std::string& column, double moved, double limit, Text message) {
        if (!(moved > limit / 4)) {
            return;
        }
        const auto* confirmed = confirmation_of(context_.delivery, rule);
        const bool far = moved > limit;
        Text fix = {"Kiểm tra lại; nếu đúng thì không cần làm gì", "Check it; if it is right, nothing has to be done"};
        if (far && confirmed == nullptr) {
            fix = {"Nếu đúng như vậy, ghi vào approval.yaml: confirmations với rule: " + std::string(rule) + ", người, chức vụ, văn bản, lý do",
                   "If it is so, enter it in approval.yaml: confirmations with rule: " + std::string(rule) + ", person, position, document, reason"};
        } else if (far) {
            message.vi += "; đã xác nhận theo văn bản " + confirmed->document + ": " + confirmed->reason;
            message.en += "; confirmed by document " + confirmed->document + ": " + confirmed->reason;
        }
        catalog::Place place;
        place.file = context_.file;
        place.sheet = context_.sheet;
        place.column = column;
        context_.findings.add(finding_of(rule, far && confirmed == nullptr ? Severity::block : Severity::warn, context_.delivery, std::move(place), std::move(message), std::move(fix)));
    }

    void check_narrowing() {
        std::string gone_vi;
        for (const auto& old : before_.fields) {
            const auto* today = context_.entry.field(old.name);
            if (today == nullptr || today->type != old.type) {
                gone_vi += (gone_vi.empty() ? "" : ", ") + old.name + (today == nullptr ? "" : " (" + std::string(to_string(old.type)) + " → " + std::string(to_string(today->type)) + ")");
            }
        }
        if (!gone_vi.empty()) {
            judge("change/narrowing", "", 1, limits_.narrowing ? 0.5 : 2, {"Trường bị bỏ hoặc đổi kiểu so với phiên bản trước: " + gone_vi, "Fields were removed or changed type since the version before: " + gone_vi});
        }
    }

    void check_rows() {
        if (before_.rows > rows_) {
            const auto share = static_cast<double>(before_.rows - rows_) / static_cast<double>(before_.rows);
            const auto old = std::to_string(before_.rows);
            const auto now = std::to_string(rows_);
            judge("change/rows-lost", "", share, limits_.rows_lost, {"Còn " + now + " hàng, bản trước " + old + " (mất " + percent(share) + ")", now + " rows, the version before had " + old + " (" + percent(share) + " lost)"});
        }
    }

    void check_keys() {
        const auto share = keys_.lost_share();
        const auto number = keys_.whole() ? std::to_string(keys_.lost()) + " (" + percent(share) + ")" : percent(share);
        if (share > 0) {
            std::string columns;
            for (const auto& name : context_.entry.key) {
                columns += (columns.empty() ? "" : ", ") + name;
            }
            judge("change/keys-lost", columns, share, limits_.keys_lost, {number + " khóa của bản trước không còn", number + " keys of the version before are gone"});
        }
    }

    void check_totals() {
        for (const auto& field : totals_) {
            const double largest = std::fmax(field.before.size, field.now.size);
            const double moved = largest > 0 ? std::fabs(field.now.sum - field.before.sum) / largest : 0;
            // Of a field that may be suppressed neither the sum nor a share that gives it away is told.
            const bool withheld = is_withheld(context_.entry, field.field->name);
            const auto share = withheld ? to_text(std::ceil(moved * 10) * 10) + "%" : percent(moved);
            const auto numbers = to_text(std::round(field.before.sum * 1000) / 1000) + " → " + to_text(std::round(field.now.sum * 1000) / 1000);
            const auto shown = withheld ? std::string(kMask) : numbers;
            judge("change/totals", field.field->column, moved, limits_.totals,
                  {"Tổng thay đổi " + share + ": " + shown + scale_hint(field, true), "The total moved by " + share + ": " + shown + scale_hint(field, false)});
        }
    }

    /// A thousand or a million times as much is mostly another unit.
    static std::string scale_hint(const MovedField& field, bool vietnamese) {
        if (field.before.sum == 0 || field.now.sum == 0) {
            return "";
        }
        const double ratio = std::fabs(field.now.sum / field.before.sum);
        for (const double scale : {1000.0, 10000.0, 1e6, 1e9}) {
            for (const double factor : {scale, 1 / scale}) {
                if (ratio > factor * 0.5 && ratio < factor * 2) {
                    const auto unit = field.field->unit.empty() ? std::string() : " (" + field.field->unit + ")";
                    return vietnamese ? "; khoảng " + to_text(factor) + " lần, có lẽ nhầm đơn vị" + unit : "; about " + to_text(factor) + " times, perhaps another unit" + unit;
                }
            }
        }
        return "";
    }

    void check_geometry() {
        if (!context_.entry.disclosure.geometry.empty()) {
            return;  // what was published before is coarser than what is delivered now
        }
        const auto before = mean_position(spread_before_, before_.crs);
        const auto now = mean_position(spread_now_, context_.crs);
        if (!before || !now) {
            return;
        }
        const double metres = metres_between(*before, *now);
        const auto shown = to_text(std::round(metres));
        judge("change/centroid", "", metres, limits_.centroid_m, {"Vị trí trung bình dời " + shown + " m so với bản trước", "The mean position moved " + shown + " m since the version before"});
        if (before_.crs != context_.crs) {
            return;
        }
        const bool lines = spread_before_.area == 0 && spread_now_.area == 0;
        const double old_size = lines ? spread_before_.length : spread_before_.area;
        const double new_size = lines ? spread_now_.length : spread_now_.area;
        const double largest = std::fmax(old_size, new_size);
        const double moved = largest > 0 ? std::fabs(new_size - old_size) / largest : 0;
        judge("change/area", "", moved, limits_.area,
              {(lines ? "Tổng chiều dài thay đổi " : "Tổng diện tích thay đổi ") + percent(moved), (lines ? "The total length moved by " : "The total area moved by ") + percent(moved)});
    }

    const RowRuleContext& context_;
    const catalog::ChangeLimits& limits_;
    const catalog::VersionInfo& before_;
    std::vector<std::size_t> old_key_;
    std::vector<std::size_t> new_key_;
    std::vector<MovedField> totals_;
    KeySample keys_;
    Spread spread_before_;
    Spread spread_now_;
    std::uint64_t rows_ = 0;
    std::string text_;
};

}  // namespace

void add_change_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules) {
    if (context.previous != nullptr && context.previous_rows) {
        rules.push_back(std::make_unique<ChangeRule>(context));
    }
}

}  // namespace khomo::builder
