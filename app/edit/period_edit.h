#pragma once

#include <QLineEdit>

class QCalendarWidget;

namespace tiermap {

/// A line for the period of a figure, typed as Period has it, or picked as a day from a calendar. What begins with a
/// date may be a range: where the line ends in "..", the day that is picked is its last.
class PeriodEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit PeriodEdit(QWidget* parent = nullptr);

private:
    void showCalendar();
    void take(const QDate& day);

    QCalendarWidget* m_calendar;
};

} // namespace tiermap
