import QtQuick
import QtLocation
import QtPositioning

// Qt Location's map gives the camera; the plan is drawn over it. Mouse and keys come through C++ (gestures.h), fingers
// through the handlers here.
Item {
    id: canvas

    required property MapFurniture furniture
    property alias map: map
    property alias scene: scene

    signal tapped(point position)

    Map {
        id: map
        anchors.fill: parent
        // "itemsoverlay" draws nothing of its own. "osm" must never be named: it looks up servers when it starts.
        plugin: Plugin { name: "itemsoverlay" }
        visible: false // the ground is what the widget is cleared with: one pass over all pixels less
        copyrightsVisible: false
        minimumZoomLevel: 6 // a province
        maximumZoomLevel: 18 // a street
        minimumTilt: 0
        maximumTilt: 0
        bearing: 0
    }

    SceneItem {
        id: scene
        anchors.fill: parent
        centre: map.center
        zoomLevel: map.zoomLevel
    }

    PinchHandler {
        id: pinch
        property geoCoordinate ground
        target: null
        onActiveChanged: if (active) ground = map.toCoordinate(centroid.position, false)
        onScaleChanged: delta => {
            map.zoomLevel = Math.max(map.minimumZoomLevel,
                                     Math.min(map.maximumZoomLevel, map.zoomLevel + Math.log2(delta)))
            map.alignCoordinateToPoint(ground, centroid.position)
        }
        onTranslationChanged: map.alignCoordinateToPoint(ground, centroid.position)
    }

    DragHandler {
        id: drag
        property geoCoordinate ground
        target: null
        acceptedDevices: PointerDevice.TouchScreen
        onActiveChanged: if (active) ground = map.toCoordinate(centroid.position, false)
        onTranslationChanged: if (active) map.alignCoordinateToPoint(ground, centroid.position)
    }

    TapHandler {
        acceptedDevices: PointerDevice.TouchScreen
        onTapped: eventPoint => canvas.tapped(eventPoint.position)
    }

    ScaleBar {
        id: scaleBar
        anchors { left: parent.left; bottom: parent.bottom; margins: 12 }
        length: canvas.furniture.scaleBarPixels
        label: canvas.furniture.scaleBarText
        color: canvas.furniture.text
        halo: canvas.furniture.halo
    }

    QuietText { // beside the scale bar where the note leaves room, else above it
        id: underPointer
        readonly property real beside: scaleBar.x + scaleBar.width + 18
        readonly property bool fits: beside + implicitWidth + 18 <= note.x
        x: fits ? beside : scaleBar.x
        y: fits ? note.y : scaleBar.y - height - 8
        width: Math.min(implicitWidth, canvas.width - 2 * scaleBar.x)
        elide: Text.ElideRight
        text: canvas.furniture.underPointer
        color: canvas.furniture.text
        styleColor: canvas.furniture.halo
    }

    QuietText {
        id: note
        anchors { right: parent.right; bottom: parent.bottom; margins: 10 }
        text: canvas.furniture.note
        color: canvas.furniture.quietText
        styleColor: canvas.furniture.halo
    }
}
