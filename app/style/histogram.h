#pragma once

#include "maps/style/thematic_map.h"

#include <QWidget>

#include <memory>

namespace tiermap {

/// How the numbers of a map with classes lie: columns in the classes' colours, a stroke for each zone below them, and the
/// bounds between the classes.
class Histogram : public QWidget {
    Q_OBJECT

public:
    explicit Histogram(QWidget* parent = nullptr);

    /// `numbers` by Zone::code; without classes nothing is shown.
    void show(const std::shared_ptr<const ThematicMap>& map, const QHash<QString, double>& numbers);

    QSize sizeHint() const override { return {240, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double toX(double number) const;
    QColor colourOf(int classIndex) const;

    std::shared_ptr<const ThematicMap> m_map;
    std::vector<double> m_numbers; ///< ascending
};

} // namespace tiermap
