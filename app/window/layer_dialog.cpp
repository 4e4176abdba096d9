#include "app/window/layer_dialog.h"

#include <QColorDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tiermap {

LayerDialog::LayerDialog(const ReferenceLayer& layer, QWidget* parent)
    : QDialog(parent)
    , m_layer(layer)
    , m_color(layer.color)
    , m_chinese(new QLineEdit(layer.name.zh, this))
    , m_english(new QLineEdit(layer.name.en, this))
    , m_colorButton(new QPushButton(this))
    , m_width(new QDoubleSpinBox(this))
    , m_opacity(new QSpinBox(this))
    , m_vintage(new QLineEdit(layer.vintage, this))
    , m_source(new QLineEdit(layer.source, this))
    , m_largest(new QSpinBox(this))
    , m_smallest(new QSpinBox(this)) {
    setWindowTitle(tr("Layer"));
    m_chinese->setObjectName(u"chinese"_s);
    m_opacity->setObjectName(u"opacity"_s);
    m_width->setObjectName(u"width"_s);
    m_width->setRange(0.05, 5);
    m_width->setSingleStep(0.05);
    m_width->setDecimals(2);
    m_width->setSuffix(tr(" mm"));
    m_width->setValue(layer.width);
    m_opacity->setRange(0, 100);
    m_opacity->setSuffix(u"%"_s);
    m_opacity->setValue(qRound(layer.opacity * 100));
    for (const auto& [box, name, scale] : {std::tuple(m_largest, u"largestScale"_s, layer.largestScale),
                                           {m_smallest, u"smallestScale"_s, layer.smallestScale}}) {
        box->setObjectName(name);
        box->setRange(0, 100'000'000);
        box->setSingleStep(50'000);
        box->setGroupSeparatorShown(true);
        box->setPrefix(u"1:"_s);
        box->setSpecialValueText(tr("no limit"));
        box->setValue(qRound(scale));
    }
    m_vintage->setPlaceholderText(u"2021-04"_s);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Chinese name:"), m_chinese);
    form->addRow(tr("&English name:"), m_english);
    const bool isRegister = layer.kind == ReferenceLayer::Kind::Register;
    m_colorButton->setVisible(layer.kind != ReferenceLayer::Kind::Raster);
    m_width->setVisible(layer.kind == ReferenceLayer::Kind::Vector);
    if (layer.kind != ReferenceLayer::Kind::Raster)
        form->addRow(tr("C&olour:"), m_colorButton);
    if (layer.kind == ReferenceLayer::Kind::Vector)
        form->addRow(tr("Line &width:"), m_width);
    form->addRow(tr("&Strength:"), m_opacity);
    for (QWidget* field :
         {static_cast<QWidget*>(m_largest), static_cast<QWidget*>(m_smallest), static_cast<QWidget*>(m_vintage)})
        field->setVisible(!isRegister); // points merge whatever the scale, and have no boundaries
    if (!isRegister) {
        form->addRow(tr("Drawn &from:"), m_largest);
        form->addRow(tr("&Down to:"), m_smallest);
        form->addRow(tr("As &of:"), m_vintage);
    }
    form->addRow(tr("So&urce:"), m_source);
    auto* file = new QLabel(layer.file, this);
    file->setWordWrap(true);
    form->addRow(tr("File:"), file);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_colorButton, &QPushButton::clicked, this, &LayerDialog::chooseColor);
    connect(m_chinese, &QLineEdit::textChanged, this,
            [=](const QString& name) { buttons->button(QDialogButtonBox::Ok)->setEnabled(!name.trimmed().isEmpty()); });
    showColor();
}

void LayerDialog::chooseColor() {
    const QColor color = QColorDialog::getColor(QColor(m_color), this, tr("Colour of the layer"));
    if (color.isValid())
        m_color = color.name(QColor::HexRgb).toUpper();
    showColor();
}

void LayerDialog::showColor() {
    QPixmap swatch(32, 14);
    swatch.fill(QColor(m_color));
    m_colorButton->setIcon(swatch);
    m_colorButton->setIconSize(swatch.size());
    m_colorButton->setText(m_color);
}

Edit LayerDialog::edit() const {
    Change change{
        .kind = Change::Kind::Update, .table = Table::Layers, .key = {m_layer.key}, .before = {}, .after = {}};
    const auto set = [&](const QString& field, const auto& before, const auto& now) {
        if (before != now)
            change.after.insert(field, now);
    };
    set(u"name_zh"_s, m_layer.name.zh, m_chinese->text().trimmed());
    set(u"name_en"_s, m_layer.name.en, m_english->text().trimmed());
    set(u"color"_s, m_layer.color, m_color);
    set(u"width"_s, m_layer.width, m_width->value());
    if (m_opacity->value() != qRound(m_layer.opacity * 100)) // what is not touched stays as exact as it was
        change.after.insert(u"opacity"_s, m_opacity->value() / 100.0);
    if (m_largest->value() != qRound(m_layer.largestScale))
        change.after.insert(u"largest_scale"_s, double(m_largest->value()));
    if (m_smallest->value() != qRound(m_layer.smallestScale))
        change.after.insert(u"smallest_scale"_s, double(m_smallest->value()));
    set(u"vintage"_s, m_layer.vintage, m_vintage->text().trimmed());
    set(u"source"_s, m_layer.source, m_source->text().trimmed());
    return change.after.isEmpty() ? Edit{} : Edit{.changes = {change}};
}

} // namespace tiermap
