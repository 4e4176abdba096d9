#pragma once

#include "core/problem.h"
#include "maps/register/register_cells.h"

#include <QDialog>

#include <atomic>

class QLabel;
class QTableWidget;
class QThread;

namespace tiermap {

/// What a register says of the rows behind a symbol; the first 500 of them. Read by a thread of its own.
class MemberList : public QDialog {
    Q_OBJECT

public:
    MemberList(const QString& file, std::vector<qint64> rows, QWidget* parent = nullptr);
    ~MemberList() override;

Q_SIGNALS:
    void shown();

private:
    void take(const Result<RegisterCells>& read);

    std::size_t m_count;
    std::atomic<bool> m_stopped = false;
    QLabel* m_about;
    QTableWidget* m_table;
    QThread* m_worker;
};

} // namespace tiermap
