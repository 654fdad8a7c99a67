// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/attachment.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace khomo::catalog {
namespace {

struct MediaType {
    std::string_view extension;
    std::string_view type;
};
constexpr std::array kMediaTypes = {
    MediaType{"doc", "application/msword"},
    MediaType{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    MediaType{"xls", "application/vnd.ms-excel"},
    MediaType{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    MediaType{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    MediaType{"odt", "application/vnd.oasis.opendocument.text"},
    MediaType{"csv", "text/csv"},
    MediaType{"txt", "text/plain"},
    MediaType{"pdf", "application/pdf"},
    MediaType{"tif", "image/tiff"},
    MediaType{"jpg", "image/jpeg"},
    MediaType{"jpeg", "image/jpeg"},
    MediaType{"bmp", "image/bmp"},
    MediaType{"png", "image/png"},
    MediaType{"gif", "image/gif"},
    MediaType{"mp3", "audio/mpeg"},
    MediaType{"wav", "audio/wav"},
    MediaType{"mp4", "video/mp4"},
    MediaType{"avi", "video/x-msvideo"},
    MediaType{"zip", "application/zip"},
    MediaType{"rar", "application/vnd.rar"},
};

nlohmann::json text_json(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }
Text text_from(const nlohmann::json& json) { return {json.at("vi"), json.at("en")}; }

Field field(std::string name, FieldType type, Text title, std::string unit = "") {
    Field made;
    made.column = name;
    made.name = std::move(name);
    made.type = type;
    made.title = std::move(title);
    made.unit = std::move(unit);
    made.required = true;
    return made;
}

}  // namespace

void to_json(nlohmann::json& json, const Attachment& attachment) {
    json = {{"file", attachment.file},         {"delivered", attachment.delivered}, {"title", text_json(attachment.title)}, {"description", text_json(attachment.description)},
            {"sha256", attachment.sha256}, {"bytes", attachment.bytes},         {"removed", attachment.removed}};
}

void from_json(const nlohmann::json& json, Attachment& attachment) {
    json.at("file").get_to(attachment.file);
    json.at("delivered").get_to(attachment.delivered);
    attachment.title = text_from(json.at("title"));
    attachment.description = text_from(json.at("description"));
    json.at("sha256").get_to(attachment.sha256);
    json.at("bytes").get_to(attachment.bytes);
    json.at("removed").get_to(attachment.removed);
}

std::string media_type_of(std::string_view extension) {
    const auto* found = std::find_if(kMediaTypes.begin(), kMediaTypes.end(), [&](const MediaType& each) { return each.extension == extension; });
    return std::string(found == kMediaTypes.end() ? "application/octet-stream" : found->type);
}

std::vector<Field> document_fields() {
    std::vector<Field> fields = {field("ten_tep", FieldType::string, {"Tên tệp", "File name"}),
                                 field("tieu_de", FieldType::string, {"Tiêu đề", "Title"}),
                                 field("mo_ta", FieldType::string, {"Mô tả", "Description"}),
                                 field("dinh_dang", FieldType::string, {"Định dạng", "Format"}),
                                 field("dung_luong", FieldType::integer, {"Dung lượng", "Size"}, "byte"),
                                 field("sha256", FieldType::string, {"Mã băm SHA-256", "SHA-256"})};
    fields[0].unique = true;
    fields[2].required = false;
    return fields;
}

}  // namespace khomo::catalog
