#include "app/forms/collect_forms_dialog.h"

#include "app/session/form_words.h"
#include "app/session/words.h"
#include "maps/forms/form_files.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QThread>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

CollectFormsDialog::CollectFormsDialog(const Plan& plan, const QStringList& files, Apply apply, QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_files(files)
    , m_apply(std::move(apply))
    , m_source(new QLineEdit(this))
    , m_status(new QComboBox(this))
    , m_adopt(new QCheckBox(tr("Use these values instead of other sources'"), this))
    , m_report(new QPlainTextEdit(this)) {
    setWindowTitle(tr("Collect Forms"));
    m_source->setObjectName(u"source"_s);
    m_source->setPlaceholderText(tr("of rows that name none; without it they are refused"));
    for (const Name<Observation::Status>& status : namesOf<Observation::Status>())
        m_status->addItem(words(status.value), int(status.value));
    m_status->setObjectName(u"status"_s);
    m_adopt->setObjectName(u"adopt"_s);
    m_report->setObjectName(u"report"_s);
    m_report->setReadOnly(true);
    auto* buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("&Take In"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &CollectFormsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout;
    form->addRow(tr("&Source:"), m_source);
    form->addRow(tr("S&tatus:"), m_status);
    form->addRow(m_adopt);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_report, 1);
    layout->addWidget(buttons);
    connect(m_source, &QLineEdit::textChanged, this, &CollectFormsDialog::showReport);
    connect(m_status, &QComboBox::currentIndexChanged, this, &CollectFormsDialog::showReport);
    connect(m_adopt, &QCheckBox::toggled, this, &CollectFormsDialog::showReport);
    m_take->setEnabled(false);
    m_report->setPlainText(tr("Reading %n files …", nullptr, int(files.size())));
    resize(820, 600);
    m_worker = QThread::create([this, files, cancelled = m_cancelled] {
        QList<ReturnedForm> forms;
        for (const QString& file : files) {
            if (*cancelled)
                return;
            forms << readForm(file);
        }
        QMetaObject::invokeMethod(this, [this, forms] {
            m_forms = forms;
            showReport();
        });
    });
    m_worker->setParent(this);
    m_worker->start();
}

CollectFormsDialog::~CollectFormsDialog() {
    *m_cancelled = true;
    m_worker->wait();
}

ObservationChoices CollectFormsDialog::choices() const {
    return {.source = m_source->text(),
            .status = Observation::Status(m_status->currentData().toInt()),
            .adopt = m_adopt->isChecked()};
}

void CollectFormsDialog::showReport() {
    if (m_forms.size() != m_files.size())
        return; // still being read
    m_collection = collectForms(m_plan, m_forms, choices());
    m_collection.edit.source = editSource(m_collection, m_source->text());
    m_collection.edit.reason = tr("forms collected");
    QStringList lines{formTotals(m_collection)};
    lines << formLines(m_plan, m_collection);
    m_report->setPlainText(lines.join(u'\n'));
    m_take->setEnabled(!m_collection.edit.changes.isEmpty());
    Q_EMIT shown();
}

void CollectFormsDialog::accept() {
    if (m_collection.edit.changes.isEmpty())
        return; // Return was pressed while they are being read
    if (const auto applied = m_apply(m_collection.edit); !applied) {
        m_report->setPlainText(sentence(applied.error()));
        return;
    }
    QDialog::accept();
}

} // namespace tiermap
