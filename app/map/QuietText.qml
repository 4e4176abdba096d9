import QtQuick

// A line of small text that stays readable over any colour.
Text {
    id: words

    style: Text.Outline
    font.pixelSize: 12
    textFormat: Text.PlainText

    Rectangle {
        z: -1 // behind the text
        anchors { fill: parent; leftMargin: -4; rightMargin: -4 }
        visible: words.text.length > 0
        color: words.styleColor
        opacity: 0.85
    }
}
