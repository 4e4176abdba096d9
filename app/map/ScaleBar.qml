import QtQuick

// A round length on the ground: a line with ticks at its ends, and what it stands for.
Item {
    id: bar

    required property real length
    required property string label
    required property color color
    required property color halo

    implicitWidth: length + 2
    implicitHeight: 24
    visible: length > 0

    QuietText {
        anchors.horizontalCenter: parent.horizontalCenter
        text: bar.label
        color: bar.color
        styleColor: bar.halo
    }

    Rectangle { // the halo
        x: 0; y: parent.height - 8
        width: parent.width; height: 8
        color: bar.halo
        opacity: 0.75
    }

    Rectangle {
        x: 1; y: parent.height - 3
        width: bar.length; height: 2
        color: bar.color
    }

    Rectangle {
        x: 1; y: parent.height - 7
        width: 1; height: 6
        color: bar.color
    }

    Rectangle {
        x: bar.length; y: parent.height - 7
        width: 1; height: 6
        color: bar.color
    }
}
