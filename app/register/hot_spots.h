#pragma once

#include "core/project/project.h"
#include "maps/analysis/hexagon_spots.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>
#include <memory>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tiermap {

/// Where more or fewer rows of a register lie together than chance would have it, in hexagons: the choice, what was found
/// with the legend of the map, and what there is to say of one hexagon. Worked out by a thread of its own.
class HotSpots : public QWidget {
    Q_OBJECT

public:
    /// Project and shapes must outlive it.
    HotSpots(const Project& project, const PlanShapes& shapes, QWidget* parent = nullptr);
    ~HotSpots() override;

    /// Of these rows from now on; null: there are none.
    void follow(const std::shared_ptr<const RegisterPoints>& points, const RegisterFilter& filter);
    /// Says what is known of the hexagon at a place; nothing where none is.
    void tell(const GeoPoint& place);

    /// Metres; 0: found out; nothing: none are looked for.
    std::optional<double> hexagonWidth() const;
    void setHexagonWidth(std::optional<double> width);
    const HexagonSpots& found() const { return m_found; }
    bool isBusy() const;

Q_SIGNALS:
    void changed(const tiermap::HexagonSpots& spots); ///< none where none are looked for
    void told(const QString& sentence);
    void spotWanted(const tiermap::GeoPolygon& outline);
    void finished(); ///< with what was looked for, or without it

protected:
    void changeEvent(QEvent* event) override;

private:
    void find();
    void cancel();
    void take(int number, const Result<HexagonSpots>& found);
    void retranslate();
    void show(const HexagonSpots& spots);
    void tell(const HexagonSpot& hexagon);
    const HexagonSpot* spotOf(const QTreeWidgetItem* item) const;
    QString nameOf(const HexagonSpot& hexagon) const;

    const Project& m_project;
    const PlanShapes& m_shapes;
    std::shared_ptr<const RegisterPoints> m_points;
    RegisterFilter m_filter{};
    HexagonSpots m_found;
    std::atomic<int> m_latest = 0; ///< number of the last task; older ones stop
    QCheckBox* m_find;
    QDoubleSpinBox* m_width;
    QPushButton* m_cancel;
    QTreeWidget* m_list; ///< its top is the legend
    QLabel* m_said;
    QThreadPool m_thread; ///< last: its tasks use the others
};

} // namespace tiermap
