#include "app/export/export_dialog.h"

#include "app/session/export_words.h"
#include "app/session/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

ExportDialog::ExportDialog(const QString& project, const QString& folder, AskFile askFile, AskReplace askReplace,
                           QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_folder(folder)
    , m_askFile(std::move(askFile))
    , m_askReplace(std::move(askReplace))
    , m_tick(new QTimer(this))
    , m_table(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_losses(new QPlainTextEdit(this))
    , m_progress(new QProgressBar(this)) {
    setWindowTitle(tr("Export Data"));
    for (const Name<Table>& name : namesOf<Table>()) {
        m_table->addItem(tableWords(name.value), static_cast<int>(name.value));
    }
    m_table->setCurrentIndex(m_table->findData(static_cast<int>(Table::Zones)));
    m_table->setObjectName(u"table"_s);
    m_format->setObjectName(u"format"_s);
    m_file->setObjectName(u"file"_s);
    m_losses->setObjectName(u"losses"_s);
    m_losses->setReadOnly(true);
    m_progress->setRange(0, 100);
    m_progress->hide();
    auto* browseButton = new QPushButton(tr("&Browse…"), this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_file, 1);
    line->addWidget(browseButton);
    auto* form = new QFormLayout;
    form->addRow(tr("&Table:"), m_table);
    form->addRow(tr("&Format:"), m_format);
    auto* file = new QLabel(tr("Fi&le:"), this); // beside a layout nobody makes the field its buddy
    file->setBuddy(m_file);
    form->addRow(file, line);
    form->addRow(tr("What the file does &not keep:"), m_losses);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_export->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(560, 360);

    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_table, &QComboBox::currentIndexChanged, this, [this] {
        listFormats();
        lookAtTable();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        proposeFile();
        showLosses();
    });
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::showLosses);
    m_tick->setInterval(100);
    connect(m_tick, &QTimer::timeout, this, [this] { m_progress->setValue(static_cast<int>(m_work->share * 100)); });
    listFormats();
    lookAtTable();
}

ExportDialog::~ExportDialog() {
    if (m_work) {
        m_work->cancelled = true;
    }
    if (m_worker != nullptr) {
        m_worker->wait();
    }
}

Table ExportDialog::table() const { return static_cast<Table>(m_table->currentData().toInt()); }

const FileFormat& ExportDialog::format() const { return *formatNamed(m_format->currentData().toString()); }

/// With the ending of the chosen format, whatever was typed.
QString ExportDialog::file() const {
    const QString typed = m_file->text().trimmed();
    if (typed.isEmpty()) {
        return {};
    }
    const QString ending = u'.' + QString(format().name);
    return typed.endsWith(ending, Qt::CaseInsensitive) ? typed : typed + ending;
}

/// Those that can hold the table; the one that was chosen stays.
void ExportDialog::listFormats() {
    const QString chosen = m_format->currentData().toString();
    {
        const QSignalBlocker quiet(m_format);
        m_format->clear();
        for (const FileFormat& each : fileFormats()) {
            if (each.tables || holdsShapes(table())) {
                m_format->addItem(words(each), QString(each.name));
            }
        }
        m_format->setCurrentIndex(std::max(0, m_format->findData(chosen)));
    }
    proposeFile();
}

/// The table's name, until somebody chooses another; then only the ending follows the format.
void ExportDialog::proposeFile() {
    const QFileInfo now(m_file->text().trimmed());
    bool isOurs = m_file->text().trimmed().isEmpty();
    for (const Name<Table>& name : namesOf<Table>()) {
        isOurs = isOurs || (now.completeBaseName() == name.text && now.dir() == QDir(m_folder));
    }
    const bool ends = formatNamed(now.suffix()) != nullptr;
    const QString base = isOurs ? nameOf(table()) : ends ? now.completeBaseName() : now.fileName();
    const QDir folder = isOurs ? QDir(m_folder) : now.dir();
    m_file->setText(QDir::toNativeSeparators(folder.filePath(base + u'.' + QString(format().name))));
}

void ExportDialog::browse() {
    const QString chosen = m_askFile(this, file(), format());
    if (!chosen.isEmpty()) {
        m_file->setText(QDir::toNativeSeparators(chosen));
        m_agreed = file();
    }
}

template <class Does, class Then>
void ExportDialog::run(Does does, Then then) {
    auto work = std::make_shared<Work>();
    m_work = work;
    showProgress(true);
    m_worker = QThread::create([this, work, does, then] {
        const auto result = does([work](double share) {
            work->share = share;
            return !work->cancelled;
        });
        QMetaObject::invokeMethod(this, [this, work, result, then] {
            m_worker->wait();
            m_worker->deleteLater();
            m_worker = nullptr;
            showProgress(false);
            then(result, work->cancelled);
        });
    });
    m_worker->setParent(this);
    m_worker->start();
}

void ExportDialog::lookAtTable() {
    m_facts.reset();
    showLosses();
    if (m_worker != nullptr) { // of a table that is of no interest any more
        m_lookAgain = true;
        m_work->cancelled = true;
        return;
    }
    run([project = m_project, which = table()](const Progress& progress) { return factsOf(project, which, progress); },
        [this](const Result<TableFacts>& facts, bool /*cancelled*/) {
            if (std::exchange(m_lookAgain, false)) {
                lookAtTable();
                return;
            }
            m_facts = facts;
            showLosses();
            Q_EMIT shown();
        });
}

void ExportDialog::showLosses() {
    m_export->setEnabled(false);
    if (!m_facts) {
        m_losses->setPlainText(tr("The table is being looked at …"));
        return;
    }
    if (!*m_facts) {
        m_losses->setPlainText(sentence(m_facts->error()));
        return;
    }
    const TableFacts& facts = **m_facts;
    if (const Obstacle obstacle = obstacleOf(facts, format()); obstacle != Obstacle::None) {
        m_losses->setPlainText(sentence(obstacle, format()));
        return;
    }
    QStringList lines;
    for (const Loss& loss : lossesOf(facts, format())) {
        lines << sentence(loss);
    }
    m_losses->setPlainText(lines.isEmpty()
                               ? tr("Nothing: all %n rows are kept as they are.", nullptr, static_cast<int>(facts.rows))
                               : lines.join(u'\n'));
    m_export->setEnabled(m_worker == nullptr && !file().isEmpty());
}

void ExportDialog::accept() {
    if (!m_export->isEnabled()) {
        return; // Return was pressed while something is going on
    }
    const bool exists = QFileInfo::exists(file());
    if (exists && file() != m_agreed && !m_askReplace(this, file())) {
        return;
    }
    write(exists);
}

void ExportDialog::write(bool replace) {
    m_table->setEnabled(false); // another table would end the writing
    const ExportRequest request{.project = m_project, .table = table(), .file = file(), .replace = replace};
    run(
        [request](const Progress& progress) {
            ExportRequest watched = request;
            watched.progress = progress;
            return exportTable(watched);
        },
        [this](const Result<ExportReport>& report, bool cancelled) { finish(report, cancelled); });
}

void ExportDialog::finish(const Result<ExportReport>& report, bool cancelled) {
    m_table->setEnabled(true);
    if (report && report->obstacle == Obstacle::None) {
        Q_EMIT written(file(), report->rows);
        QDialog::accept();
        return;
    }
    showLosses(); // the table may have changed meanwhile
    m_losses->setPlainText(cancelled ? tr("Writing was stopped; no file was made.")
                           : report  ? sentence(report->obstacle, format())
                                     : sentence(report.error()));
    Q_EMIT shown();
}

void ExportDialog::showProgress(bool working) {
    m_progress->setVisible(working);
    m_progress->setValue(0);
    for (QWidget* field : std::initializer_list<QWidget*>{m_format, m_file}) {
        field->setEnabled(!working);
    }
    m_export->setEnabled(!working);
    working ? m_tick->start() : m_tick->stop();
}

} // namespace tiermap
