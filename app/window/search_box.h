#pragma once

#include "app/window/search_index.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace tiermap {

/// One box for zones, sites and coordinates; proposes as one types, Enter takes the first.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchBox(const Plan& plan, QWidget* parent = nullptr);

    void refresh(); ///< after the plan has changed: proposals on screen are made anew

Q_SIGNALS:
    void chosen(const tiermap::SearchHit& hit);

protected:
    void changeEvent(QEvent* event) override;

private:
    void propose(const QString& text);
    void choose(qsizetype index);
    void retranslate();

    const Plan& m_plan;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    QList<SearchHit> m_hits;
};

} // namespace tiermap
