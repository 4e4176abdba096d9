#pragma once

#include "core/plan/plan.h"
#include "maps/figure/figure_block.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QListWidget;
class QPlainTextEdit;

namespace tiermap {

/// What a block of one's own says: its words and, of a table or chart, the indicators and the period.
class BlockDialog : public QDialog {
    Q_OBJECT

public:
    BlockDialog(const Plan& plan, const FigureBlock& block, QWidget* parent);

Q_SIGNALS:
    void agreed(const tiermap::FigureBlock& block);

protected:
    void accept() override;

private:
    void fillIndicators(const Plan& plan);
    void fillPeriods(const Plan& plan);
    void fillForms();
    bool isSlope() const;
    FigureBlock block() const;
    void check();

    FigureBlock m_block;
    QPlainTextEdit* m_text;
    QListWidget* m_indicators;
    QComboBox* m_form; ///< of a chart
    QComboBox* m_from; ///< of a slope
    QComboBox* m_period;
    QDoubleSpinBox* m_width;
    QDialogButtonBox* m_buttons;
};

} // namespace tiermap
