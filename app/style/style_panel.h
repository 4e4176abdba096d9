#pragma once

#include "app/style/map_style.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QTimer;
class QToolButton;

namespace tiermap {

class Histogram;

/// Everything that can be said of how the map is drawn. What is chosen shows at once; once nothing more is chosen for a
/// moment it is kept, as one step that can be undone.
class StylePanel : public QWidget {
    Q_OBJECT

public:
    StylePanel(const OpenProject& project, const PlanShapes& shapes, MapStyle& style, EditGate& gate,
               QWidget* parent = nullptr);

    LayerStyle said() const; ///< what the fields say
    void keep();             ///< now, instead of in a moment
    void refresh();          ///< after the plan has changed

Q_SIGNALS:
    void refused(const tiermap::Problem& problem);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void arrange();
    void fillLists();
    void fillPeriods(const QString& indicator);
    void fillPalettes(LayerStyle::Kind kind);
    void follow();
    bool areAmounts(const QStringList& indicators) const;
    void setFields(const LayerStyle& style);
    void showFields(LayerStyle::Kind kind);
    void tell();
    void edited();
    void retranslate();
    void saveAs();
    void fillSaved();
    template <class E>
    static E chosen(const QComboBox* list);
    const Plan& plan() const { return m_project.content().plan; }

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    MapStyle& m_style;
    EditGate& m_gate;
    bool m_following = false; ///< the fields are being set to what is drawn
    QTimer* m_settle;
    QFormLayout* m_form;
    QComboBox* m_indicator;
    QComboBox* m_second;
    QListWidget* m_several;
    QComboBox* m_kind;
    QComboBox* m_period;
    QComboBox* m_measure;
    QComboBox* m_method;
    QSpinBox* m_classes;
    QLineEdit* m_breaks;
    QLineEdit* m_middle;
    QComboBox* m_palette;
    QCheckBox* m_reversed;
    QDoubleSpinBox* m_size;
    QLineEdit* m_perDot;
    QLineEdit* m_reach;
    QCheckBox* m_values;
    QCheckBox* m_shown;
    QSpinBox* m_opacity;
    QLineEdit* m_largest;
    QLineEdit* m_smallest;
    Histogram* m_histogram;
    QLabel* m_changes;
    QLabel* m_warnings;
    QLabel* m_words;
    QToolButton* m_saved;
};

} // namespace tiermap
