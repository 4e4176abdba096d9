#include "app/figure/block_dialog.h"

#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

BlockDialog::BlockDialog(const Plan& plan, const FigureBlock& block, QWidget* parent)
    : QDialog(parent)
    , m_block(block)
    , m_text(new QPlainTextEdit(this))
    , m_indicators(new QListWidget(this))
    , m_form(new QComboBox(this))
    , m_from(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_width(new QDoubleSpinBox(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    using enum FigureBlock::Kind;
    setObjectName(u"blockDialog"_s);
    setWindowTitle(block.kind == Text    ? tr("Text")
                   : block.kind == Table ? tr("Table")
                   : block.kind == Chart ? tr("Chart")
                                         : tr("Logo"));
    m_text->setObjectName(u"blockText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(block.text);
    m_indicators->setObjectName(u"blockIndicators"_s);
    m_period->setObjectName(u"blockPeriod"_s);
    m_width->setObjectName(u"blockWidth"_s);
    m_width->setRange(FigureBlock::narrowest, FigureBlock::widest);
    m_width->setDecimals(0);
    m_width->setSuffix(tr(" mm"));
    m_width->setValue(block.width);
    const bool ofNumbers = block.kind == Table || block.kind == Chart;
    auto* form = new QFormLayout(this);
    form->addRow(block.kind == Text ? tr("&Text:") : ofNumbers ? tr("&Title:") : tr("What it &shows:"), m_text);
    m_form->setObjectName(u"blockForm"_s);
    m_from->setObjectName(u"blockFrom"_s);
    if (ofNumbers) {
        fillForms();
        fillIndicators(plan);
        fillPeriods(plan);
        if (block.kind == Chart)
            form->addRow(tr("&Form:"), m_form);
        form->addRow(tr("&Indicators:"), m_indicators);
        if (block.kind == Chart)
            form->addRow(tr("F&rom:"), m_from);
        form->addRow(tr("&Period:"), m_period);
    }
    for (QWidget* field : std::initializer_list<QWidget*>{m_indicators, m_period})
        field->setVisible(ofNumbers);
    for (QWidget* field : {m_form, m_from})
        field->setVisible(block.kind == Chart);
    form->addRow(tr("&Width:"), m_width);
    form->addRow(m_buttons);
    if (block.kind != Text)
        m_text->setMaximumHeight(3 * fontMetrics().lineSpacing() + 8);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &BlockDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &BlockDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &BlockDialog::check);
    connect(m_indicators, &QListWidget::itemChanged, this, &BlockDialog::check);
    check();
}

/// Those that a district has a number for.
void BlockDialog::fillIndicators(const Plan& plan) {
    for (const Indicator& indicator : plan.indicators) {
        if (periodsOf(plan, indicator.key).isEmpty())
            continue;
        auto* item = new QListWidgetItem(indicator.name.in(interfaceLanguage()), m_indicators);
        item->setData(Qt::UserRole, indicator.key);
        item->setCheckState(m_block.indicators.contains(indicator.key) ? Qt::Checked : Qt::Unchecked);
    }
}

void BlockDialog::fillPeriods(const Plan& plan) {
    QList<Period> periods;
    for (const Indicator& indicator : plan.indicators) {
        for (const Period& period : periodsOf(plan, indicator.key)) {
            if (!periods.contains(period))
                periods += period;
        }
    }
    std::ranges::sort(periods, std::ranges::greater(), [](const Period& period) { return period.toString(); });
    m_period->addItem(QString(), QString()); // check() says which that is
    for (const Period& period : periods) {
        m_period->addItem(words(period), period.toString());
        m_from->addItem(words(period), period.toString());
    }
    m_period->setCurrentIndex(std::max(0, m_period->findData(m_block.period)));
    m_from->setCurrentIndex(std::max(0, m_from->findData(m_block.from)));
}

void BlockDialog::fillForms() {
    using enum FigureBlock::Form;
    m_form->addItem(tr("dots by tier, of one indicator"), int(Dots));
    m_form->addItem(tr("scatter, of two: to the right and upwards"), int(Scatter));
    m_form->addItem(tr("slopes, of one at two periods"), int(Slope));
    const auto addSeveral = [&](const QString& text, FigureBlock::Form form) {
        const auto [least, most] = indicatorCount(form);
        m_form->addItem(text.arg(least).arg(most), int(form));
    };
    addSeveral(tr("parallel coordinates, of %1 to %2"), Parallel);
    addSeveral(tr("matrix, of %1 to %2"), Matrix);
    addSeveral(tr("ranks by random weightings, of %1 to %2"), Ranks);
    m_form->setCurrentIndex(m_form->findData(int(m_block.form)));
    connect(m_form, &QComboBox::currentIndexChanged, this, &BlockDialog::check);
    for (QComboBox* box : {m_from, m_period})
        connect(box, &QComboBox::currentIndexChanged, this, &BlockDialog::check);
}

bool BlockDialog::isSlope() const {
    return m_block.kind == FigureBlock::Kind::Chart && m_form->currentData().toInt() == int(FigureBlock::Form::Slope);
}

FigureBlock BlockDialog::block() const {
    FigureBlock block = m_block;
    block.text = m_text->toPlainText().trimmed();
    block.width = m_width->value();
    if (m_indicators->isHidden())
        return block;
    block.period = m_period->currentData().toString();
    if (block.kind == FigureBlock::Kind::Chart)
        block.form = FigureBlock::Form(m_form->currentData().toInt());
    block.from = isSlope() ? m_from->currentData().toString() : QString();
    block.indicators.clear();
    for (int row = 0; row < m_indicators->count(); ++row) {
        const QListWidgetItem* item = m_indicators->item(row);
        if (item->checkState() == Qt::Checked)
            block.indicators += item->data(Qt::UserRole).toString();
    }
    return block;
}

/// An empty block would not be seen on the page.
void BlockDialog::check() {
    const FigureBlock now = block();
    m_from->setEnabled(isSlope());
    m_period->setItemText(0,
                          isComparison(now) ? tr("that which most districts have") : tr("the latest of each district"));
    const auto [least, most] = indicatorCount(now.form);
    const qsizetype count = now.indicators.size();
    const bool says = now.kind == FigureBlock::Kind::Text    ? !now.text.isEmpty()
                      : now.kind == FigureBlock::Kind::Table ? !now.indicators.isEmpty()
                      : now.kind == FigureBlock::Kind::Logo
                          ? true
                          : count >= least && count <= most && (!isSlope() || !now.period.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(says);
}

void BlockDialog::accept() {
    QDialog::accept();
    Q_EMIT agreed(block());
}

} // namespace tiermap
