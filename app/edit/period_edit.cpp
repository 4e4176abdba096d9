#include "app/edit/period_edit.h"

#include "core/plan/number_entry.h"
#include "core/plan/period.h"

#include <QAction>
#include <QCalendarWidget>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace tiermap {

PeriodEdit::PeriodEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_calendar(new QCalendarWidget(this)) { // a child, so that an item view does not take it for another window
    m_calendar->setWindowFlag(Qt::Popup);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->hide();
    auto* pick = addAction(QIcon::fromTheme(u"view-calendar-day"_s), TrailingPosition);
    pick->setObjectName(u"calendar"_s);
    pick->setText(tr("Pick a day"));
    pick->setToolTip(tr("Pick a day (Alt+Down)"));
    pick->setShortcut(Qt::ALT | Qt::Key_Down);
    pick->setShortcutContext(Qt::WidgetShortcut);
    connect(pick, &QAction::triggered, this, &PeriodEdit::showCalendar);
    connect(m_calendar, &QCalendarWidget::activated, this, &PeriodEdit::take); // Return
    connect(m_calendar, &QCalendarWidget::clicked, this, &PeriodEdit::take);
}

void PeriodEdit::showCalendar() {
    const std::optional<Period> period = Period::parse(plainText(text()));
    m_calendar->setLocale(locale());
    m_calendar->setSelectedDate(period && period->to.isValid() ? period->to : QDate::currentDate());
    m_calendar->adjustSize();
    m_calendar->move(mapToGlobal(QPoint(0, height())));
    m_calendar->show();
    m_calendar->setFocus();
}

void PeriodEdit::take(const QDate& day) {
    m_calendar->hide();
    const bool ends = text().endsWith(".."_L1);
    setText((ends ? text() : QString()) + day.toString(Qt::ISODate));
    setFocus();
}

} // namespace tiermap
