import QtQuick

// A line of small text that stays readable over any colour.
Text {
    style: Text.Outline
    font.pixelSize: 12
    textFormat: Text.PlainText
}
