# Finds what the distribution provides. A missing part is named by its Debian package, not by a CMake variable.
function(tiermap_require variable package what)
  if(NOT ${variable})
    message(FATAL_ERROR "${what} was not found. On Debian 13 install the package ${package} "
                        "(./dev does so by itself in a root of its own).")
  endif()
endfunction()

find_package(Qt6 6.8 QUIET COMPONENTS Core)
tiermap_require(Qt6_FOUND qt6-base-dev "Qt 6.8 or newer")
foreach(pair Gui:qt6-base-dev Widgets:qt6-base-dev Test:qt6-base-dev OpenGL:qt6-base-dev Svg:qt6-svg-dev
             Quick:qt6-declarative-dev QuickWidgets:qt6-declarative-dev Qml:qt6-declarative-dev
             Positioning:qt6-positioning-dev Location:qt6-location-dev ShaderTools:qt6-shadertools-dev
             LinguistTools:qt6-tools-dev)
  string(REPLACE ":" ";" pair "${pair}")
  list(GET pair 0 component)
  list(GET pair 1 package)
  find_package(Qt6 6.8 QUIET COMPONENTS ${component})
  if(component STREQUAL "Location")
    set(package "${package} and qt6-declarative-private-dev")
  endif()
  tiermap_require(Qt6${component}_FOUND "${package}" "Qt ${component}")
endforeach()
qt_standard_project_setup()

find_package(SQLite3 3.40 QUIET)
tiermap_require(SQLite3_FOUND libsqlite3-dev "SQLite")
find_package(GDAL 3.10 QUIET CONFIG)
tiermap_require(GDAL_FOUND libgdal-dev "GDAL 3.10 or newer")
find_package(PROJ QUIET CONFIG)
tiermap_require(PROJ_FOUND libproj-dev "PROJ")
find_package(Boost 1.81 QUIET)
tiermap_require(Boost_FOUND libboost-dev "Boost.Geometry")

find_path(CSV_INCLUDE_DIR csv.h)
find_library(CSV_LIBRARY csv)
tiermap_require(CSV_LIBRARY libcsv-dev "libcsv")
find_path(XXHASH_INCLUDE_DIR xxhash.h)
find_library(XXHASH_LIBRARY xxhash)
tiermap_require(XXHASH_LIBRARY libxxhash-dev "xxHash")
find_library(GEOS_C_LIBRARY geos_c)
tiermap_require(GEOS_C_LIBRARY libgeos-dev "GEOS")
find_library(QPDF_LIBRARY qpdf)
tiermap_require(QPDF_LIBRARY libqpdf-dev "qpdf")
