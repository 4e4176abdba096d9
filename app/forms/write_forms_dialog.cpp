#include "app/forms/write_forms_dialog.h"

#include "app/session/language.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

void addCheckable(QListWidget* list, const QString& text, const QString& key, bool checked) {
    auto* item = new QListWidgetItem(text, list);
    item->setData(Qt::UserRole, key);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
}

QWidget* allOrNone(QListWidget* list) {
    auto* row = new QWidget(list->parentWidget());
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    for (const auto& [text, state] : {std::pair(WriteFormsDialog::tr("All"), Qt::Checked),
                                      std::pair(WriteFormsDialog::tr("None"), Qt::Unchecked)}) {
        auto* button = new QPushButton(text, row);
        button->setAutoDefault(false);
        QObject::connect(button, &QPushButton::clicked, list, [list, state = state] {
            for (int i = 0; i < list->count(); ++i)
                list->item(i)->setCheckState(state);
        });
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return row;
}

QStringList checked(const QListWidget* list) {
    QStringList keys;
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == Qt::Checked)
            keys << list->item(row)->data(Qt::UserRole).toString();
    }
    return keys;
}

} // namespace

WriteFormsDialog::WriteFormsDialog(const Plan& plan, QWidget* parent)
    : QDialog(parent)
    , m_periods(new QLineEdit(this))
    , m_zones(new QListWidget(this))
    , m_indicators(new QListWidget(this))
    , m_language(new QComboBox(this))
    , m_count(new QLabel(this)) {
    setWindowTitle(tr("Write Forms"));
    const Language language = interfaceLanguage();
    for (const Zone& zone : plan.layoutZones())
        addCheckable(m_zones, zone.name.in(language), zone.code, true);
    QSet<QString> known;
    for (const FormRow& row : makeForm(plan, {}, {.periods = {*Period::parse(u"2000"_s)}}).rows)
        known << row.indicator;
    for (const Indicator& indicator : plan.indicators)
        addCheckable(m_indicators, tr("%1 (%2)").arg(indicator.name.in(language), indicator.unit.in(language)),
                     indicator.key, known.contains(indicator.key));
    m_language->addItem(u"简体中文"_s, int(Language::Chinese));
    m_language->addItem(u"English"_s, int(Language::English));
    m_language->setCurrentIndex(m_language->findData(int(language)));
    m_periods->setPlaceholderText(tr("2025, 2025-Q1, 2025-01..2025-06"));
    auto* buttons = new QDialogButtonBox(this);
    m_write = buttons->addButton(tr("&Write…"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout;
    for (const auto& [text, field, name] : std::initializer_list<std::tuple<QString, QWidget*, QString>>{
             {tr("&Periods:"), m_periods, u"periods"_s},
             {tr("&Zones:"), m_zones, u"zones"_s},
             {tr("&Indicators:"), m_indicators, u"indicators"_s},
             {tr("&Language:"), m_language, u"language"_s}}) {
        field->setObjectName(name);
        form->addRow(text, field);
        if (auto* list = qobject_cast<QListWidget*>(field))
            form->addRow(QString(), allOrNone(list));
    }
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_count);
    layout->addWidget(buttons);
    connect(m_periods, &QLineEdit::textChanged, this, &WriteFormsDialog::showState);
    connect(m_zones, &QListWidget::itemChanged, this, &WriteFormsDialog::showState);
    connect(m_indicators, &QListWidget::itemChanged, this, &WriteFormsDialog::showState);
    showState();
    resize(560, 640);
}

/// The first text that is no period is told in `wrong`; then there are none.
QList<Period> WriteFormsDialog::periods(QString& wrong) const {
    static const QRegularExpression separators(u"[,，、;；\\s]+"_s);
    QList<Period> result;
    for (const QString& written : m_periods->text().split(separators, Qt::SkipEmptyParts)) {
        const auto period = Period::parse(written);
        if (!period || period->kind == Period::Kind::Unknown) {
            wrong = written;
            return {};
        }
        if (!result.contains(*period))
            result << *period;
    }
    return result;
}

FormChoices WriteFormsDialog::choices() const {
    QString wrong;
    return {.zones = checked(m_zones),
            .indicators = checked(m_indicators),
            .periods = periods(wrong),
            .language = Language(m_language->currentData().toInt())};
}

void WriteFormsDialog::showState() {
    const FormChoices asked = choices();
    QString wrong;
    periods(wrong);
    const qsizetype rows = asked.indicators.size() * asked.periods.size();
    m_write->setEnabled(!asked.zones.isEmpty() && rows > 0);
    m_count->setText(m_write->isEnabled() ? tr("%1 forms with %2 rows each").arg(asked.zones.size()).arg(rows)
                     : !wrong.isEmpty()   ? tr("\"%1\" is no period.").arg(wrong)
                                          : tr("Periods, zones and indicators are needed."));
}

} // namespace tiermap
