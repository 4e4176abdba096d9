#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace tiermap {

/// A thin line under the toolbar that says something about the project as a whole, and what can be done about it.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(const QString& name, QWidget* parent = nullptr);

    void setWords(const QString& sentence, const QString& action);

Q_SIGNALS:
    void acted();
    void closed(); ///< by the person

private:
    QLabel* m_sentence;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace tiermap
