#pragma once

#include "maps/scene/text_measure.h"
#include "maps/style/thematic_map.h"
#include "maps/style/theme.h"

#include <QWidget>

#include <memory>

namespace tiermap {

/// The legend of a thematic map in the window: the primitives of the one in the figure, in the size of the screen.
class LegendView : public QWidget {
    Q_OBJECT

public:
    explicit LegendView(QWidget* parent = nullptr);

    void setMap(const std::shared_ptr<const ThematicMap>& map); ///< null: there is none, and the view is hidden
    void setTheme(const Theme& theme);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::shared_ptr<const ThematicMap> m_asked;
    std::shared_ptr<const ThematicMap> m_map; ///< as it is drawn
    Theme m_theme = Theme::paper();
    TextMeasure m_measure;
};

} // namespace tiermap
