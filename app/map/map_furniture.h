#pragma once

#include <QColor>
#include <QObject>
#include <QtQmlIntegration>

namespace tiermap {

/// What QML writes around the map: colours, scale bar, the note on boundaries, a quiet line about what is under the
/// pointer. C++ sets it, QML only shows it.
class MapFurniture : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by LiveMap")
    Q_PROPERTY(QColor text MEMBER text NOTIFY changed)
    Q_PROPERTY(QColor quietText MEMBER quietText NOTIFY changed)
    Q_PROPERTY(QColor halo MEMBER halo NOTIFY changed)
    Q_PROPERTY(QString note MEMBER note NOTIFY changed)
    Q_PROPERTY(QString underPointer MEMBER underPointer NOTIFY changed)
    Q_PROPERTY(double scaleBarPixels MEMBER scaleBarPixels NOTIFY changed)
    Q_PROPERTY(QString scaleBarText MEMBER scaleBarText NOTIFY changed)

public:
    using QObject::QObject;

    QColor text;
    QColor quietText;
    QColor halo;
    QString note;
    QString underPointer;
    double scaleBarPixels = 0;
    QString scaleBarText;

Q_SIGNALS:
    void changed();
};

} // namespace tiermap
