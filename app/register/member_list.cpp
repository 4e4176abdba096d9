#include "app/register/member_list.h"

#include "app/session/words.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QThread>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr std::size_t most = 500; // nobody reads more in a dialog

} // namespace

MemberList::MemberList(const QString& file, std::vector<qint64> rows, QWidget* parent)
    : QDialog(parent)
    , m_count(rows.size())
    , m_about(new QLabel(this))
    , m_table(new QTableWidget(this)) {
    setWindowTitle(QFileInfo(file).fileName());
    m_table->setObjectName(u"members"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_about->setText(tr("Reading …"));
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_about);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(760, 460);
    rows.resize(std::min(rows.size(), most));
    m_worker = QThread::create([this, file, rows = std::move(rows)] {
        const auto read = readCells(file, {}, rows, [this](double) { return !m_stopped; });
        QMetaObject::invokeMethod(this, [this, read] { take(read); });
    });
    m_worker->setParent(this);
    m_worker->start();
}

MemberList::~MemberList() {
    m_stopped = true;
    m_worker->wait();
}

void MemberList::take(const Result<RegisterCells>& read) {
    if (!read) {
        m_about->setText(sentence(read.error()));
        Q_EMIT shown();
        return;
    }
    m_about->setText(m_count > most
                         ? tr("%n rows; the first %1 are listed", nullptr, static_cast<int>(m_count)).arg(most)
                         : tr("%n rows", nullptr, static_cast<int>(m_count)));
    m_table->setColumnCount(static_cast<int>(read->headings.size()));
    m_table->setHorizontalHeaderLabels(read->headings);
    m_table->setRowCount(static_cast<int>(read->rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setVerticalHeaderItem(row, new QTableWidgetItem(QString::number(read->rows[row].row)));
        for (int column = 0; column < m_table->columnCount(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(read->rows[row].cells.value(column)));
    }
    m_table->resizeColumnsToContents();
    Q_EMIT shown();
}

} // namespace tiermap
