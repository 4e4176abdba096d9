#pragma once

#include "core/project/edit.h"
#include "core/project/reference_layer.h"

#include <QDialog>

class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tiermap {

/// Name, ink and origin of a reference layer.
class LayerDialog : public QDialog {
    Q_OBJECT

public:
    explicit LayerDialog(const ReferenceLayer& layer, QWidget* parent = nullptr);

    /// What makes of the layer what the dialog shows; no change where that is what it was.
    Edit edit() const;

private:
    void chooseColor();
    void showColor();

    const ReferenceLayer m_layer;
    QString m_color;
    QLineEdit* m_chinese;
    QLineEdit* m_english;
    QPushButton* m_colorButton;
    QDoubleSpinBox* m_width;
    QSpinBox* m_opacity;
    QLineEdit* m_vintage;
    QLineEdit* m_source;
    QSpinBox* m_largest;
    QSpinBox* m_smallest;
};

} // namespace tiermap
