# The live map, as a part of tiermap_window. Included by app/CMakeLists.txt after the target was made.
#
# QML and shaders are compiled into the program; the module has no plug-in, map_canvas.cpp registers its types.
foreach(file MapCanvas QuietText ScaleBar)
  set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/${file}.qml PROPERTIES QT_RESOURCE_ALIAS ${file}.qml)
  list(APPEND TIERMAP_MAP_QML ${CMAKE_CURRENT_LIST_DIR}/${file}.qml)
endforeach()

qt_add_qml_module(tiermap_window
  URI Tiermap.Map
  VERSION 1.0
  NO_PLUGIN
  RESOURCE_PREFIX /qt/qml
  OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/qml/Tiermap/Map
  DEPENDENCIES QtQuick QtLocation QtPositioning
  QML_FILES ${TIERMAP_MAP_QML}
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/map_furniture.h
    ${CMAKE_CURRENT_LIST_DIR}/scene_item.cpp
    ${CMAKE_CURRENT_LIST_DIR}/scene_item.h
)

target_sources(tiermap_window PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/camera.cpp
  ${CMAKE_CURRENT_LIST_DIR}/gestures.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ink_material.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ink_mesh.cpp
  ${CMAKE_CURRENT_LIST_DIR}/interaction.cpp
  ${CMAKE_CURRENT_LIST_DIR}/layer_extent.cpp
  ${CMAKE_CURRENT_LIST_DIR}/live_map.cpp
  ${CMAKE_CURRENT_LIST_DIR}/map_canvas.cpp
  ${CMAKE_CURRENT_LIST_DIR}/marks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/measuring.cpp
  ${CMAKE_CURRENT_LIST_DIR}/picture.cpp
  ${CMAKE_CURRENT_LIST_DIR}/picture_nodes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/prepared_scene.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scale_bar.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scene_nodes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scene_preparation.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sprite_sheet.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tile_fetcher.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tile_service.cpp
  ${CMAKE_CURRENT_LIST_DIR}/stroke_mesh.cpp
  ${CMAKE_CURRENT_LIST_DIR}/triangles.cpp
  ${CMAKE_CURRENT_LIST_DIR}/zone_index.cpp
)

qt_add_shaders(tiermap_window tiermap_map_shaders
  PREFIX /tiermap/map
  BASE ${CMAKE_CURRENT_LIST_DIR}
  FILES ${CMAKE_CURRENT_LIST_DIR}/ink.vert ${CMAKE_CURRENT_LIST_DIR}/ink.frag
        ${CMAKE_CURRENT_LIST_DIR}/solid.vert ${CMAKE_CURRENT_LIST_DIR}/solid.frag
)
# A shader for each pattern: software OpenGL works out both sides of a branch for every pixel.
foreach(pattern hatch dash)
  string(TOUPPER ${pattern} PATTERN)
  qt_add_shaders(tiermap_window tiermap_map_${pattern}_shader
    PREFIX /tiermap/map
    BASE ${CMAKE_CURRENT_LIST_DIR}
    DEFINES ${PATTERN}
    FILES ${CMAKE_CURRENT_LIST_DIR}/ink.frag
    OUTPUTS ${pattern}.frag.qsb
  )
endforeach()

target_link_libraries(tiermap_window PUBLIC Qt6::Widgets
  PRIVATE Qt6::Quick Qt6::QuickWidgets Qt6::Positioning ${GEOS_C_LIBRARY})
# The registration that Qt generates includes these headers by their bare names.
target_include_directories(tiermap_window PRIVATE ${CMAKE_CURRENT_LIST_DIR})
