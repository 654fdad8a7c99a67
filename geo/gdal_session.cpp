// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/gdal_session.hpp"

#include <gdal_priv.h>

#include <mutex>

namespace khomo::geo {
namespace {

thread_local std::string last_message;

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum, const char* message) {
    if (severity >= CE_Warning && (severity >= CE_Failure || last_message.empty())) {
        last_message = message;
    }
}

}  // namespace

void start_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetConfigOption("OGR_SKIP", "OGR_VRT,WFS,OAPIF,CSW,HTTP,Elasticsearch,AmigoCloud,Carto,NGW,PLScenes,GMLAS,SOSI,ODBC,MSSQLSpatial,MySQL");
        CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE");  // a shapefile needs its neighbours
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none");
        CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
        CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");  // no xlink to anywhere
        CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", "NO");
        CPLSetConfigOption("GML_GFS_TEMPLATE", nullptr);
        CPLSetConfigOption("GML_FIELDTYPES", "ALWAYS_STRING");  // the contract gives the types: a guessed integer turns 03646 into 3646
        CPLSetConfigOption("GML_EXPOSE_GML_ID", "NO");          // a column that nobody delivered
        CPLSetConfigOption("OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z");
        CPLSetConfigOption("GDAL_NUM_THREADS", "1");
        GDALAllRegister();
        CPLSetErrorHandler(collect);
    });
}

std::string take_gdal_message() {
    std::string message;
    message.swap(last_message);
    return message;
}

}  // namespace khomo::geo
