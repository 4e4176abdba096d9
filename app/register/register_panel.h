#pragma once

#include "core/store/open_project.h"
#include "maps/analysis/register_finds.h"
#include "maps/figure/figure_spec.h"
#include "maps/register/count_observations.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTimer;
class QTreeWidget;

namespace tiermap {

class HotSpots;

/// A register beside the map: which of its rows count, how many there are in each zone, and what became of the others. It
/// is read and filtered by a thread of its own; each new choice overtakes the last one.
class RegisterPanel : public QWidget {
    Q_OBJECT

public:
    /// Makes counts part of the project, as EditGate does.
    using Apply = std::function<Result<bool>(const Edit&)>;

    /// Project and shapes must outlive the panel.
    RegisterPanel(const OpenProject& project, const PlanShapes& shapes, Apply apply, QWidget* parent = nullptr);
    ~RegisterPanel() override;

    void open(const QString& file);
    void open(const ReferenceLayer& layer); ///< a register that the project keeps
    void followProject();                   ///< shows the register that the project says is shown
    void read();                            ///< the file anew, where there is one
    void stop();
    const QString& file() const { return m_file; }
    QString layerKey() const { return m_layer ? m_layer->key : QString(); } ///< of a register that the project keeps
    RegisterChoices choices() const;
    const std::optional<RegisterCount>& count() const { return m_count; }
    HotSpots& spots() { return *m_spots; }
    RegisterFinds finds() const; ///< as the map shows them
    /// The rows that the numbers of points speak of.
    std::vector<qint64> rowsOf(const QList<quint32>& members) const;
    std::optional<FigurePoints> figurePoints() const; ///< where they are shown on the map
    QColor ink() const;                               ///< of the points
    Symbol::Shape shape() const;
    QString about() const; ///< the filter in words; empty where all rows count

Q_SIGNALS:
    void fileWanted();
    void pointsChanged(std::shared_ptr<const tiermap::PointIndex> points); ///< null where none are to be drawn
    void clustersChanged();                                                ///< of finds()
    void clusterWanted(const tiermap::GeoPolygon& outline);
    void shown();                        ///< the counts of the last choice stand there
    void kept(const QString& indicator); ///< counts became values of it
    void layerSwitched(const QString& layer, bool shown);
    void unreadable(const QString& reason); ///< a kept register, which nobody asked for just now

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Filtered {
        RegisterCount count; ///< as asked
        RegisterCount all;   ///< the same of all industries, to compare with
        std::shared_ptr<const PointIndex> places;
        std::optional<Result<RegisterClusters>> clusters{}; ///< where they are looked for
    };

    void arrange();
    void load(const QString& file);
    void showName();
    void retranslate();
    void filter(); ///< what was read
    void clear();
    void take(int number, const Result<std::shared_ptr<const RegisterPoints>>& loaded);
    void take(int number, const Filtered& filtered);
    void showCounts(const Filtered& filtered);
    void showClusters(const Filtered& filtered);
    void showPoints();
    void updateKeep();
    void keep();
    void keepRegister();
    void fillFilters();
    void switchOnMap(bool shown);

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    Apply m_apply;
    QString m_file;
    std::optional<ReferenceLayer> m_layer{}; ///< what the file is kept as
    RegisterChoices m_base{};                ///< how it is read, and a filter that the fields below have no place for
    std::shared_ptr<const RegisterPoints> m_loaded;
    std::optional<RegisterCount> m_count;
    std::shared_ptr<const PointIndex> m_places;
    bool m_reading = false;        ///< what stands there is of before
    std::atomic<int> m_latest = 0; ///< number of the last task; older ones stop
    std::atomic<double> m_share = 0;
    QTimer* m_later;
    QTimer* m_tick;
    QLabel* m_name;
    QPushButton* m_open;
    QPushButton* m_keepRegister;
    QFormLayout* m_filter;
    QComboBox* m_datum;
    QComboBox* m_industry;
    QComboBox* m_size;
    QSpinBox* m_from;
    QSpinBox* m_to;
    QLineEdit* m_text;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QTreeWidget* m_zones;
    QPlainTextEdit* m_report;
    QCheckBox* m_onMap;
    QCheckBox* m_find;
    QSpinBox* m_reach;
    QTreeWidget* m_clusters;
    HotSpots* m_spots;
    std::optional<RegisterClusters> m_found{};
    QLineEdit* m_indicator;
    QLineEdit* m_period;
    QLineEdit* m_source;
    QCheckBox* m_goodRows;
    QPushButton* m_keep;
    QFormLayout* m_keeping;
    QThreadPool m_thread; ///< last: its tasks use the others
};

} // namespace tiermap
