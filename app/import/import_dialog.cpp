#include "app/import/import_dialog.h"

#include "app/session/import_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A list whose first entry leaves the matter to be found out.
void addAutomatic(QComboBox* list) { list->addItem(ImportDialog::tr("found out"), QString()); }

/// Tables hold figures, outlines are zones; points are sites.
ImportKind likelyKind(const QString& file) {
    static const QStringList tables{u"csv"_s, u"xlsx"_s, u"ods"_s, u"dbf"_s, u"txt"_s};
    static const QStringList drawings{u"dxf"_s,  u"tif"_s, u"tiff"_s, u"png"_s,    u"jpg"_s,
                                      u"jpeg"_s, u"jp2"_s, u"img"_s,  u"mbtiles"_s};
    const QString ending = QFileInfo(file).suffix().toLower();
    return QFileInfo(file).isDir() && ending != "gdb"_L1 ? ImportKind::Layer // tiles
           : tables.contains(ending)                     ? ImportKind::Observations
           : drawings.contains(ending)                   ? ImportKind::Layer
                                                         : ImportKind::Zones;
}

} // namespace

ImportDialog::ImportDialog(const Project& project, const PlanShapes& shapes, const QString& file, Apply apply,
                           QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_file(file)
    , m_apply(std::move(apply))
    , m_later(new QTimer(this))
    , m_tick(new QTimer(this))
    , m_about(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_layer(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_key(new QComboBox(this))
    , m_headerRows(new QSpinBox(this))
    , m_unitRow(new QSpinBox(this))
    , m_period(new QLineEdit(this))
    , m_indicator(new QComboBox(this))
    , m_source(new QLineEdit(this))
    , m_status(new QComboBox(this))
    , m_vintage(new QComboBox(this))
    , m_adopt(new QCheckBox(tr("Use these values instead of other sources'"), this))
    , m_addIndicators(new QCheckBox(tr("Make new indicators of unknown columns"), this))
    , m_datum(new QComboBox(this))
    , m_crs(new QLineEdit(this))
    , m_since(new QLineEdit(this))
    , m_schematic(new QCheckBox(tr("These outlines are sketches, too"), this))
    , m_name(new QLineEdit(this))
    , m_choices(makeChoices())
    , m_preview(new QTableWidget(this))
    , m_report(new QPlainTextEdit(this))
    , m_progress(new QProgressBar(this)) {
    setWindowTitle(tr("Import %1").arg(QFileInfo(file).fileName()));
    m_about->setWordWrap(true);
    m_about->setObjectName(u"about"_s);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->verticalHeader()->setDefaultSectionSize(24);
    m_report->setObjectName(u"report"_s);
    m_report->setReadOnly(true);
    m_progress->setRange(0, 100);
    auto* buttons = new QDialogButtonBox(this);
    m_stop = buttons->addButton(tr("&Stop Reading"), QDialogButtonBox::ActionRole);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_stop, &QPushButton::clicked, this, &ImportDialog::cancel);

    auto* right = new QSplitter(Qt::Vertical, this);
    right->addWidget(m_preview);
    right->addWidget(m_report);
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 1);
    auto* columns = new QHBoxLayout;
    columns->addLayout(m_choices);
    columns->addWidget(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_about);
    layout->addLayout(columns, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(1080, 640);

    m_later->setSingleShot(true);
    m_later->setInterval(250); // while somebody types
    connect(m_later, &QTimer::timeout, this, &ImportDialog::readAgain);
    m_tick->setInterval(100);
    connect(m_tick, &QTimer::timeout, this, [this] { m_progress->setValue(static_cast<int>(m_reading->share * 100)); });
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(likelyKind(file))));
    showKind();
    readAgain();
}

ImportDialog::~ImportDialog() {
    if (m_reading) {
        m_reading->cancelled = true;
    }
    if (m_worker != nullptr) {
        m_worker->wait();
    }
}

QFormLayout* ImportDialog::makeChoices() {
    auto* form = new QFormLayout;
    m_kind->addItem(tr("Figures of zones"), static_cast<int>(ImportKind::Observations));
    m_kind->addItem(tr("Sites"), static_cast<int>(ImportKind::Sites));
    m_kind->addItem(tr("Outlines of zones"), static_cast<int>(ImportKind::Zones));
    m_kind->addItem(tr("A layer for reference"), static_cast<int>(ImportKind::Layer));
    addAutomatic(m_encoding);
    for (const QString& encoding : {u"UTF-8"_s, u"GB18030"_s, u"Big5"_s}) {
        m_encoding->addItem(encoding, encoding);
    }
    addAutomatic(m_key);
    m_headerRows->setMinimum(-1);
    m_headerRows->setValue(-1);
    m_headerRows->setSpecialValueText(tr("found out"));
    m_unitRow->setMinimum(-1);
    m_unitRow->setValue(-1);
    m_unitRow->setSpecialValueText(tr("found out"));
    m_unitRow->setToolTip(tr("The row that states the units, from 1; 0 where none does"));
    m_period->setPlaceholderText(tr("where the file states none: 2025, 2025-Q1"));
    addAutomatic(m_indicator);
    for (const Indicator& indicator : m_project.plan.indicators) {
        m_indicator->addItem(indicator.name.in(interfaceLanguage()), indicator.key);
    }
    m_indicator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setPlaceholderText(tr("title of the publication"));
    for (const Name<Observation::Status>& status : namesOf<Observation::Status>()) {
        m_status->addItem(words(status.value), static_cast<int>(status.value));
    }
    addAutomatic(m_vintage);
    m_vintage->addItem(tr("today's"), static_cast<int>(Vintage::Current));
    m_vintage->addItem(tr("earlier"), static_cast<int>(Vintage::Former));
    addAutomatic(m_datum);
    for (const auto& [datum, name] : {std::pair(Datum::Cgcs2000, u"CGCS2000"_s),
                                      {Datum::Wgs84, u"WGS 84"_s},
                                      {Datum::Gcj02, u"GCJ-02"_s},
                                      {Datum::Bd09, u"BD-09"_s}}) {
        m_datum->addItem(name, static_cast<int>(datum));
    }
    m_crs->setPlaceholderText(u"EPSG:4549"_s);
    for (const auto& [text, field, name] : std::initializer_list<std::tuple<QString, QWidget*, QString>>{
             {tr("&What it holds:"), m_kind, u"kind"_s},
             {tr("S&heet or layer:"), m_layer, u"layer"_s},
             {tr("&Encoding:"), m_encoding, u"encoding"_s},
             {tr("&Named by:"), m_key, u"key"_s},
             {tr("Rows &above the data:"), m_headerRows, u"headerRows"_s},
             {tr("Row of &units:"), m_unitRow, u"unitRow"_s},
             {tr("&Period:"), m_period, u"period"_s},
             {tr("In&dicator:"), m_indicator, u"indicator"_s},
             {tr("&Source:"), m_source, u"source"_s},
             {tr("S&tatus:"), m_status, u"status"_s},
             {tr("&Boundaries:"), m_vintage, u"vintage"_s},
             {tr("&Datum:"), m_datum, u"datum"_s},
             {tr("&Coordinate system:"), m_crs, u"crs"_s},
             {tr("Boundaries si&nce:"), m_since, u"since"_s},
             {tr("&Name:"), m_name, u"name"_s}}) {
        field->setObjectName(name);
        form->addRow(text, field);
        if (auto* list = qobject_cast<QComboBox*>(field)) {
            connect(list, &QComboBox::currentIndexChanged, m_later, qOverload<>(&QTimer::start));
        } else if (auto* line = qobject_cast<QLineEdit*>(field)) {
            connect(line, &QLineEdit::textChanged, m_later, qOverload<>(&QTimer::start));
        }
    }
    m_since->setPlaceholderText(u"2021-04"_s);
    m_name->setPlaceholderText(QFileInfo(m_file).completeBaseName());
    m_schematic->setObjectName(u"schematic"_s);
    form->addRow(m_schematic);
    connect(m_schematic, &QCheckBox::toggled, m_later, qOverload<>(&QTimer::start));
    m_adopt->setObjectName(u"adopt"_s);
    form->addRow(m_adopt);
    m_addIndicators->setObjectName(u"addIndicators"_s);
    form->addRow(m_addIndicators);
    connect(m_addIndicators, &QCheckBox::toggled, m_later, qOverload<>(&QTimer::start));
    connect(m_headerRows, &QSpinBox::valueChanged, m_later, qOverload<>(&QTimer::start));
    connect(m_unitRow, &QSpinBox::valueChanged, m_later, qOverload<>(&QTimer::start));
    connect(m_adopt, &QCheckBox::toggled, m_later, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::showKind);
    return form;
}

/// Only what matters for the kind is asked.
void ImportDialog::showKind() {
    const auto kind = static_cast<ImportKind>(m_kind->currentData().toInt());
    const bool figures = kind == ImportKind::Observations;
    for (QWidget* field : std::initializer_list<QWidget*>{m_headerRows, m_unitRow, m_period, m_indicator, m_status,
                                                          m_vintage, m_adopt, m_addIndicators}) {
        m_choices->setRowVisible(field, figures);
    }
    m_choices->setRowVisible(m_key, kind != ImportKind::Layer);
    m_choices->setRowVisible(m_schematic, kind == ImportKind::Zones);
    m_choices->setRowVisible(m_since, kind == ImportKind::Zones || kind == ImportKind::Layer);
    m_choices->setRowVisible(m_name, kind == ImportKind::Layer);
    m_choices->setRowVisible(m_datum, !figures);
    m_choices->setRowVisible(m_crs, !figures);
}

FileImportChoices ImportDialog::choices() const {
    FileImportChoices result;
    result.kind = static_cast<ImportKind>(m_kind->currentData().toInt());
    result.layer = m_layer->currentText();
    result.encoding = m_encoding->currentData().toString();
    result.zones.key = result.layout.zoneColumn = m_key->currentData().toString();
    if (m_headerRows->value() >= 0) {
        result.layout.headerRows = m_headerRows->value();
    }
    if (m_unitRow->value() >= 0) {
        result.layout.unitRow = m_unitRow->value() - 1;
    }
    if (!m_period->text().trimmed().isEmpty()) {
        result.layout.period = Period::parse(m_period->text().trimmed());
    }
    result.layout.indicator = m_indicator->currentData().toString();
    result.observations.source = result.zones.source = result.layerStyle.source = m_source->text();
    result.zones.schematic = m_schematic->isChecked();
    result.zones.vintage = result.layerStyle.vintage = m_since->text().trimmed();
    result.layerStyle.name = m_name->text();
    result.observations.status = static_cast<Observation::Status>(m_status->currentData().toInt());
    result.observations.adopt = m_adopt->isChecked();
    result.addIndicators = m_addIndicators->isChecked();
    if (m_vintage->currentIndex() > 0) {
        result.observations.vintage = static_cast<Vintage>(m_vintage->currentData().toInt());
    }
    if (m_datum->currentIndex() > 0) {
        result.coordinates.datum = static_cast<Datum>(m_datum->currentData().toInt());
    }
    result.coordinates.crs = m_crs->text().trimmed();
    return result;
}

/// What an earlier choice is still being read for is of no interest any more.
void ImportDialog::readAgain() {
    if (m_worker != nullptr) {
        m_reading->cancelled = true;
        m_later->start();
        return;
    }
    auto reading = std::make_shared<Reading>();
    m_reading = reading;
    m_understood.reset();
    m_import->setEnabled(false);
    m_stop->setEnabled(true);
    m_progress->setValue(0);
    m_progress->show();
    m_tick->start();
    m_worker = QThread::create([this, reading, choices = choices()] {
        const auto result = importFile(m_project, m_shapes, m_file, choices, [reading](double share) {
            reading->share = share;
            return !reading->cancelled;
        });
        QMetaObject::invokeMethod(this, [this, reading, result] { take(reading, result); });
    });
    m_worker->setParent(this);
    m_worker->start();
}

void ImportDialog::cancel() {
    if (m_reading) {
        m_reading->cancelled = true;
    }
}

void ImportDialog::take(const std::shared_ptr<Reading>& reading, const Result<FileImport>& result) {
    m_worker->wait();
    m_worker->deleteLater();
    m_worker = nullptr;
    m_tick->stop();
    m_stop->setEnabled(false);
    m_progress->setValue(100);
    m_progress->hide();
    if (m_later->isActive()) {
        return; // another choice has been made meanwhile
    }
    if (!result) {
        m_about->setText(QString());
        m_report->setPlainText(reading->cancelled ? tr("Reading was stopped. Any choice starts it again.")
                                                  : sentence(result.error()));
        m_preview->setRowCount(0);
        Q_EMIT shown();
        return;
    }
    m_understood = *result;
    listLayers(result->source, result->layer);
    m_about->setText(understood(*result).join(u" · "_s));
    showPreview(*result);
    showReport(*result);
    m_import->setEnabled(!result->edit.changes.isEmpty());
    Q_EMIT shown();
}

void ImportDialog::listLayers(const Source& source, const QString& read) {
    if (m_layer->count() > 0) {
        return;
    }
    const QSignalBlocker quiet(m_layer);
    for (const SourceLayer& layer : source.layers) {
        m_layer->addItem(layer.name);
    }
    m_layer->setCurrentText(read);
    const bool encoded = source.driver == "CSV"_L1 || source.driver == "ESRI Shapefile"_L1;
    m_choices->setRowVisible(m_encoding, encoded);
    m_choices->setRowVisible(m_layer, source.layers.size() > 1);
}

void ImportDialog::showPreview(const FileImport& made) {
    const bool figures = choices().kind == ImportKind::Observations;
    const QStringList headings = made.preview.value(0);
    m_preview->clear();
    m_preview->setColumnCount(static_cast<int>(headings.size()));
    const int first = figures ? 0 : 1; // of a sheet all rows are shown, as they stand
    m_preview->setRowCount(static_cast<int>(std::max<qsizetype>(0, made.preview.size() - first)));
    for (int row = 0; row < m_preview->rowCount(); ++row) {
        for (int column = 0; column < m_preview->columnCount(); ++column) {
            auto* item = new QTableWidgetItem(made.preview[row + first].value(column));
            if (figures && row < made.layout.firstRow) {
                QFont bold = font();
                bold.setBold(true);
                item->setFont(bold);
            }
            m_preview->setItem(row, column, item);
        }
    }
    const Plan plan = planWith(made.newIndicators);
    const bool listed = m_key->count() > 1;
    const QSignalBlocker quiet(m_key);
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        const QString heading = figures ? made.layout.columns.value(column).heading : headings[column];
        const ColumnReading reading = made.report.columns.value(column);
        const QString meaning = made.report.columns.isEmpty() ? QString() : meaningOf(plan, reading);
        m_preview->setHorizontalHeaderItem(
            column, new QTableWidgetItem(figures || meaning.isEmpty() ? meaning : heading + u'\n' + meaning));
        if (!listed && !heading.isEmpty()) {
            m_key->addItem(heading, heading);
        }
    }
    m_preview->resizeColumnsToContents();
}

/// As it will be, for the words of the report.
Plan ImportDialog::planWith(const QList<Indicator>& indicators) const {
    Plan plan = m_project.plan;
    plan.indicators << indicators;
    return plan;
}

void ImportDialog::showReport(const FileImport& made) {
    const Plan plan = planWith(made.newIndicators);
    QStringList lines{rowWords(made.report)};
    if (choices().kind == ImportKind::Observations) {
        lines << valueWords(made.report);
    }
    lines << columnLines(plan, made.report);
    constexpr qsizetype enough = 500; // a person reads no more; the command line has all of them
    for (const ImportReport::Notice& notice : noticesOf(made.report)) {
        if (lines.size() > enough) {
            lines << u"…"_s;
            break;
        }
        lines << sentence(plan, notice);
    }
    m_report->setPlainText(lines.join(u'\n'));
}

void ImportDialog::accept() {
    if (!m_understood || m_understood->edit.changes.isEmpty()) {
        return; // Return was pressed while it is being read
    }
    const auto applied = m_apply(*m_understood);
    if (!applied) {
        m_report->setPlainText(sentence(applied.error()));
        return;
    }
    QDialog::accept();
}

} // namespace tiermap
