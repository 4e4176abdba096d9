#pragma once

#include "core/project/project.h"
#include "maps/style/layer_style.h"

#include <QToolButton>

namespace tiermap {

/// The toolbar's way to a map of an indicator: one click opens the list, a second one draws the map that a cartographer
/// would make of it.
class StyleChooser : public QToolButton {
    Q_OBJECT

public:
    explicit StyleChooser(const Project& project, QWidget* parent = nullptr);

    void setStyle(const LayerStyle& style); ///< what is drawn now

Q_SIGNALS:
    void chosen(const tiermap::LayerStyle& style);
    void panelWanted();
    void comparisonWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();

    const Project& m_project;
    LayerStyle m_style;
};

/// Indicators that enough zones have a number for to make a map, in the plan's order.
QList<Indicator> mappableIndicators(const Plan& plan);

/// Its name with its unit.
QString indicatorTitle(const Indicator& indicator);

} // namespace tiermap
