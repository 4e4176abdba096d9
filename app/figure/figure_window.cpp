#include "app/figure/figure_window.h"

#include "app/figure/atlas_dialog.h"
#include "app/figure/block_dialog.h"
#include "app/session/figure_words.h"
#include "app/session/language.h"
#include "app/session/named_register.h"
#include "app/session/words.h"
#include "maps/figure/file_formats.h"
#include "maps/figure/logo.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const QString settingsKey = u"figure/page"_s;
const QString copiedKey = u"figure/copied_dpi"_s;
constexpr int copiedDpi[] = {96, 150, 300, 600};
constexpr int usualCopied = 150;
constexpr double mostCopied = 150e6; // pixels

/// What is chosen for the page stays from figure to figure; what the figure is about does not.
FigureSpec withPageOf(FigureSpec spec, const FigureSpec& last) {
    spec.size = last.size;
    spec.orientation = last.orientation;
    spec.magnification = last.magnification;
    spec.dpi = last.dpi;
    spec.monochrome = last.monochrome;
    spec.issuer = last.issuer;
    spec.author = last.author;
    spec.profile = last.profile;
    return spec;
}

QImage painted(const Figure& figure, int dpi) {
    QImage image((figure.pageSize() * dpi / 25.4).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(dpi / 25.4, dpi / 25.4);
    figure.paint(painter);
    return image;
}

} // namespace

FigureWindow::FigureWindow(const OpenProject& project, const PlanShapes& shapes, EditGate& gate,
                           FigureQuestions questions, QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_gate(gate)
    , m_questions(std::move(questions))
    , m_scroll(new QScrollArea(this))
    , m_page(new PageView)
    , m_form(new FigureForm(project.content()))
    , m_list(new QListWidget(this))
    , m_state(new QLabel(this))
    , m_open(new QToolButton(this))
    , m_figures(new QMenu(this))
    , m_add(new QToolButton(this))
    , m_blocks(new QMenu(this))
    , m_keep(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_atlas(new QPushButton(this))
    , m_copy(new QToolButton(this))
    , m_copies(new QMenu(this))
    , m_print(new QPushButton(this))
    , m_whole(new QPushButton(this))
    , m_undo(new QAction(this))
    , m_redo(new QAction(this)) {
    setObjectName(u"figureWindow"_s);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_thread.setMaxThreadCount(1);
    arrange();
    retranslate();
    connect(m_form, &FigureForm::changed, this, &FigureWindow::setSpec);
    connect(m_page, &PageView::partMoved, this,
            [this](const QString& part, const QPointF& topLeft) { put(part, topLeft); });
    connect(m_page, &PageView::partResized, this, &FigureWindow::put);
    connect(m_page, &PageView::partRemoved, this, [this](const QString& part) {
        FigureSpec without = spec();
        if (blockIndex(part) >= without.blocks.size())
            return;
        without.blocks.removeAt(blockIndex(part));
        setSpec(without);
    });
    connect(m_page, &PageView::partActivated, this, [this](const QString& part) {
        const QHash<QString, QString> fields{{u"title"_s, u"title"_s},
                                             {u"foot"_s, u"issuer"_s},
                                             {u"map"_s, u"extent"_s},
                                             {u"legend"_s, u"legend_words"_s},
                                             {u"overview"_s, u"overview"_s}};
        if (const qsizetype block = blockIndex(part); block >= 0)
            editBlock(block);
        else
            m_form->focusField(fields.value(part, u"style"_s));
    });
    connect(m_page, &PageView::zoomWanted, this, &FigureWindow::zoomBy);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { activate(m_list->row(item)); });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const int row = m_list->indexAt(at).row();
        if (row < 0 || row >= m_findings.size())
            return;
        QMenu menu(this);
        menu.addAction(tr("&Go There"), this, [this, row] { activate(row); });
        menu.addAction(m_findings[row].accepted.isEmpty() ? tr("&Let It Be…") : tr("&Ask Again"), this,
                       [this, row] { letBe(row); });
        menu.exec(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_keep, &QPushButton::clicked, this, &FigureWindow::keep);
    connect(m_export, &QPushButton::clicked, this, &FigureWindow::exportFile);
    connect(m_atlas, &QPushButton::clicked, this, &FigureWindow::exportAtlas);
    connect(m_copy, &QToolButton::clicked, this, [this] { copy(QSettings().value(copiedKey, usualCopied).toInt()); });
    connect(m_copies, &QMenu::aboutToShow, this, &FigureWindow::fillCopies);
    connect(m_print, &QPushButton::clicked, this, &FigureWindow::print);
    connect(m_whole, &QPushButton::clicked, this, [this] { m_page->setZoom(0); });
    connect(m_figures, &QMenu::aboutToShow, this, &FigureWindow::fillFigures);
    connect(m_blocks, &QMenu::aboutToShow, this, &FigureWindow::fillBlocks);
    connect(m_undo, &QAction::triggered, this, &FigureWindow::undo);
    connect(m_redo, &QAction::triggered, this, &FigureWindow::redo);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    addActions({m_undo, m_redo});
}

FigureWindow::~FigureWindow() {
    ++m_latest;
    m_thread.clear();
    m_thread.waitForDone();
}

void FigureWindow::arrange() {
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_list->setObjectName(u"findings"_s);
    m_list->setWordWrap(true);
    m_list->setMaximumHeight(130);
    m_state->setObjectName(u"state"_s);
    m_state->setWordWrap(true);
    m_open->setMenu(m_figures);
    m_open->setPopupMode(QToolButton::InstantPopup);
    m_open->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_add->setObjectName(u"add"_s);
    m_add->setMenu(m_blocks);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_keep->setObjectName(u"keep"_s);
    m_export->setObjectName(u"export"_s);
    m_atlas->setObjectName(u"atlas"_s);
    m_copy->setObjectName(u"copy"_s);
    m_copy->setMenu(m_copies);
    m_copy->setPopupMode(QToolButton::MenuButtonPopup);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_export->setDefault(true);
    for (QPushButton* button : {m_keep, m_atlas, m_print, m_whole})
        button->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_open);
    top->addWidget(m_keep);
    top->addWidget(m_add);
    top->addStretch();
    top->addWidget(m_whole);
    top->addWidget(m_copy);
    top->addWidget(m_print);
    top->addWidget(m_atlas);
    top->addWidget(m_export);
    auto* form = new QScrollArea(this);
    form->setWidget(m_form);
    form->setWidgetResizable(true);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setMinimumWidth(300);
    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_scroll, 1);
    leftLayout->addWidget(m_state);
    leftLayout->addWidget(m_list);
    auto* split = new QSplitter(this);
    split->addWidget(left);
    split->addWidget(form);
    split->setStretchFactor(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(split, 1);
    resize(1180, 780);
}

void FigureWindow::retranslate() {
    setWindowTitle(m_name.isEmpty() ? tr("Compose Figure") : tr("Compose Figure: %1").arg(m_name));
    m_open->setText(tr("&Open Figure"));
    m_keep->setText(tr("&Keep in Project…"));
    m_add->setText(tr("&Add"));
    m_add->setToolTip(tr("Text, a table, a chart or a logo; double-click one to change it, Delete takes it off"));
    m_export->setText(tr("&Export…"));
    m_atlas->setText(tr("A&tlas…"));
    m_atlas->setToolTip(tr("A page for each zone, tier, indicator or year"));
    m_copy->setText(tr("&Copy"));
    m_copy->setToolTip(tr("As a picture and as SVG; the arrow chooses its dots per inch"));
    m_print->setText(tr("&Print…"));
    m_whole->setText(tr("&Whole Page"));
    m_undo->setText(tr("&Undo"));
    m_redo->setText(tr("&Redo"));
    m_list->setAccessibleName(tr("What to look at before the figure leaves the office"));
    m_page->setAccessibleName(tr("Page"));
    m_page->setAccessibleDescription(
        tr("Legend, enlarged part and the like are moved with the mouse, or chosen with Tab and moved with the arrow "
           "keys; Shift and an arrow change their width"));
    showFindings();
}

void FigureWindow::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FigureWindow::closeEvent(QCloseEvent* event) {
    QSettings().setValue(settingsKey, toJson(spec()));
    QDialog::closeEvent(event);
}

void FigureWindow::begin(const FigureSpec& spec) {
    const QByteArray last = QSettings().value(settingsKey).toByteArray();
    const auto read = figureSpecFromJson(last, m_project.content());
    m_history.clear();
    m_now = -1;
    m_name.clear();
    setSpec(read ? withPageOf(spec, *read) : spec);
    retranslate();
}

void FigureWindow::setSpec(const FigureSpec& spec, const QString& field) {
    const bool goesOn = !field.isEmpty() && field == m_typed && m_now > 0;
    m_history.resize(m_now + 1);
    if (goesOn)
        m_history.last() = spec;
    else
        m_history += spec;
    m_now = m_history.size() - 1;
    m_typed = field;
    m_form->setSpec(spec);
    layOut();
}

void FigureWindow::undo() {
    if (m_now <= 0)
        return;
    m_form->setSpec(m_history[--m_now]);
    m_typed.clear();
    layOut();
}

void FigureWindow::redo() {
    if (m_now + 1 >= m_history.size())
        return;
    m_form->setSpec(m_history[++m_now]);
    m_typed.clear();
    layOut();
}

/// A part lies there now and, where it is said, has that width.
void FigureWindow::put(const QString& part, const QPointF& topLeft, std::optional<double> width) {
    FigureSpec changed = spec();
    if (const qsizetype index = blockIndex(part); index >= changed.blocks.size()) {
        return; // the page of an earlier choice
    } else if (index >= 0) {
        FigureBlock& block = changed.blocks[index];
        block.at = topLeft;
        block.width = width.value_or(block.width);
    } else {
        FigureSpec::Place& place = changed.places[part];
        place.at = topLeft;
        place.width = width ? width : place.width;
    }
    setSpec(changed);
}

void FigureWindow::refresh() {
    m_form->refresh();
    layOut();
}

void FigureWindow::layOut() {
    m_undo->setEnabled(m_now > 0);
    m_redo->setEnabled(m_now + 1 < m_history.size());
    const int mine = ++m_latest;
    m_thread.start([this, mine, spec = spec(), project = m_project.content(), shapes = m_shapes] {
        if (mine != m_latest)
            return; // another choice has overtaken it
        LaidOut result{.figure = {}, .spec = spec, .findings = {}, .problem = {}};
        auto points = spec.points.empty() ? keptPoints(project, shapes, spec) : spec.points;
        const auto figure = points.and_then([&](const std::vector<FigurePoints>& all) {
            result.spec.points = all;
            return Figure::layOut(project, shapes, result.spec);
        });
        if (figure) {
            result.findings = preflight(project, result.spec, *figure);
            result.figure = std::make_shared<const Figure>(*figure);
        } else {
            result.problem = sentence(figure.error());
        }
        QMetaObject::invokeMethod(this, [this, mine, result] { take(mine, result); });
    });
}

void FigureWindow::take(int number, const LaidOut& result) {
    if (number != m_latest)
        return;
    m_state->setText(result.problem);
    m_state->setVisible(!result.problem.isEmpty());
    if (result.figure) { // else the last page stays, and the sentence says why
        m_figure = result.figure;
        m_laid = result.spec;
        m_findings = result.findings;
        m_page->setFigure(m_figure);
        m_form->setLegendWords(m_figure->sheet().legendWords);
        m_page->setAccessibleDescription(m_figure->sheet().subject);
    }
    for (QAbstractButton* button : std::initializer_list<QAbstractButton*>{m_export, m_atlas, m_copy, m_print})
        button->setEnabled(result.figure != nullptr);
    showFindings();
    Q_EMIT laidOut();
}

void FigureWindow::showFindings() {
    m_list->clear();
    for (const SheetFinding& finding : std::as_const(m_findings)) {
        const auto icon = finding.stops()              ? QStyle::SP_MessageBoxCritical
                          : finding.accepted.isEmpty() ? QStyle::SP_MessageBoxWarning
                                                       : QStyle::SP_DialogApplyButton;
        auto* item =
            new QListWidgetItem(style()->standardIcon(icon), findingLine(finding, m_project.content().plan), m_list);
        item->setToolTip(tr("Double-click to go there; the context menu lets it be, with a reason"));
    }
    m_list->setVisible(!m_findings.isEmpty());
}

void FigureWindow::activate(int row) {
    if (row >= 0 && row < m_findings.size())
        m_form->focusField(m_findings[row].field);
}

/// A reason takes the finding's weight away, and is kept with the figure; asked again, it counts again.
void FigureWindow::letBe(int row) {
    const SheetFinding& finding = m_findings[row];
    const QString key = nameOf(finding.kind);
    FigureSpec changed = spec();
    if (!changed.accepted.remove(key)) {
        const QString reason = m_questions.text(this, tr("Let It Be"),
                                                words(finding, m_project.content().plan) + u'\n' + tr("Reason:"), {});
        if (reason.trimmed().isEmpty())
            return;
        changed.accepted.insert(key, reason.trimmed());
    }
    setSpec(changed);
}

void FigureWindow::fillFigures() {
    m_figures->clear();
    for (const SavedFigure& figure : m_project.content().figures)
        m_figures->addAction(figure.name.in(interfaceLanguage()), this, [this, key = figure.key] {
            const SavedFigure* kept = figureNamed(m_project.content(), key);
            const auto read = kept ? figureSpecFromJson(kept->spec.toUtf8(), m_project.content())
                                   : std::unexpected(Problem{.code = Problem::Code::RowMissing});
            if (!read) {
                m_questions.tell(this, sentence(read.error()));
                return;
            }
            m_name = key;
            setSpec(*read);
            retranslate();
        });
    if (m_figures->isEmpty())
        m_figures->addAction(tr("the project keeps none yet"))->setEnabled(false);
}

void FigureWindow::fillBlocks() {
    m_blocks->clear();
    const auto add = [this](FigureBlock::Kind kind, const QString& text) {
        m_blocks->addAction(text, this, [this, kind] { addBlock(kind); });
    };
    add(FigureBlock::Kind::Text, tr("&Text…"));
    add(FigureBlock::Kind::Table, tr("Ta&ble…"));
    add(FigureBlock::Kind::Chart, tr("&Chart…"));
    add(FigureBlock::Kind::Logo, tr("&Logo…"));
}

/// In the middle of the page, to be dragged from there.
void FigureWindow::addBlock(FigureBlock::Kind kind) {
    FigureBlock block{.kind = kind};
    if (kind == FigureBlock::Kind::Logo) {
        const QString path = m_questions.fileToOpen(this, tr("Add Logo"), tr("Pictures (*.png *.svg)"));
        if (path.isEmpty())
            return;
        QFile file(path);
        constexpr qint64 enough = 4'000'000; // more than a logo may have
        block.picture = file.open(QIODevice::ReadOnly) ? file.read(enough) : QByteArray();
        block.width = 30;
        if (const auto logo = readLogo(block.picture); !logo) {
            Problem problem = logo.error();
            problem.file = path;
            m_questions.tell(this, sentence(problem));
            return;
        }
    } else if (const auto& style = spec().style; style && kind != FigureBlock::Kind::Text) { // what the map shows
        block.indicators = kind == FigureBlock::Kind::Chart
                               ? style->indicators.first(std::min<qsizetype>(1, style->indicators.size()))
                               : style->indicators;
        if (style->period && style->when == LayerStyle::When::Given)
            block.period = style->period->toString();
    }
    const QSizeF page = m_figure ? m_figure->pageSize() : spec().pageSize();
    block.at = QPointF((page.width() - block.width) / 2, page.height() / 2);
    const auto add = [this](const FigureBlock& agreed) {
        FigureSpec with = spec();
        with.blocks += agreed;
        setSpec(with);
    };
    if (kind == FigureBlock::Kind::Logo)
        return add(block);
    askFor(block, add);
}

void FigureWindow::editBlock(qsizetype index) {
    if (index >= spec().blocks.size())
        return; // the page of an earlier choice
    askFor(spec().blocks[index], [this, index](const FigureBlock& agreed) {
        FigureSpec with = spec();
        if (index < with.blocks.size())
            with.blocks[index] = agreed;
        setSpec(with);
    });
}

void FigureWindow::askFor(const FigureBlock& block, const std::function<void(const FigureBlock&)>& take) {
    auto* dialog = new BlockDialog(m_project.content().plan, block, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BlockDialog::agreed, this, take);
    dialog->open();
}

void FigureWindow::keep() {
    const QString name = m_questions.text(this, tr("Keep Figure"), tr("Name:"), m_name).trimmed();
    if (name.isEmpty())
        return;
    if (figureNames().contains(name)) {
        m_questions.tell(this,
                         sentence({.code = Problem::Code::DuplicateKey, .field = tr("Name:"), .arguments = {name}}));
        return;
    }
    Edit edit = keepFigure(m_project.content(), name, spec());
    edit.reason = tr("a figure is kept");
    m_name = name;
    retranslate();
    if (edit.changes.isEmpty())
        return;
    if (const auto kept = m_gate.apply(edit); !kept)
        m_questions.tell(this, sentence(kept.error()));
}

void FigureWindow::exportFile() {
    if (!m_figure)
        return;
    if (std::ranges::any_of(m_findings, &SheetFinding::stops)) { // of a public sheet only
        m_questions.tell(this, tr("The figure is for the public, and must not have what the list marks as an error. "
                                  "Mend it, or let it be with a reason."));
        return;
    }
    const QString file = m_questions.fileToExport(this, tr("Export Figure"), m_figure->sheet().title + u".pdf"_s,
                                                  tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;TIFF (*.tif *.tiff)"));
    if (file.isEmpty())
        return;
    m_export->setEnabled(false);
    m_thread.start([this, file, figure = m_figure, spec = m_laid] {
        const Result<void> done = exportFigure(*figure, spec, file);
        QMetaObject::invokeMethod(this, [this, file, done] {
            m_export->setEnabled(true);
            m_state->setVisible(true);
            m_state->setText(done ? tr("%1 is written.").arg(QFileInfo(file).fileName()) : sentence(done.error()));
            if (done)
                Q_EMIT written(file, m_name);
        });
    });
}

void FigureWindow::exportAtlas() {
    AtlasDialog dialog(m_project.content(), m_shapes, m_laid, m_questions.fileToExport, this);
    connect(&dialog, &AtlasDialog::written, this, [this](const QStringList& files) {
        for (const QString& file : files)
            Q_EMIT written(file, m_name);
    });
    dialog.exec();
}

/// What was chosen the last time is what the button itself does.
void FigureWindow::fillCopies() {
    m_copies->clear();
    const int last = QSettings().value(copiedKey, usualCopied).toInt();
    const QSizeF inches = (m_figure ? m_figure->pageSize() : spec().pageSize()) / 25.4;
    for (const int dpi : copiedDpi) {
        QAction* action = m_copies->addAction(tr("%1 dpi").arg(dpi), this, [this, dpi] { copy(dpi); });
        action->setCheckable(true);
        action->setChecked(dpi == last);
        action->setEnabled(inches.width() * inches.height() * dpi * dpi <= mostCopied);
    }
}

void FigureWindow::copy(int dpi) {
    if (!m_figure)
        return;
    QSettings().setValue(copiedKey, dpi);
    auto* data = new QMimeData; // the clipboard owns it
    data->setImageData(painted(*m_figure, dpi));
    data->setData(u"image/svg+xml"_s, svgBytes(*m_figure, FigureSpec::SvgText::Outlines));
    QGuiApplication::clipboard()->setMimeData(data);
}

void FigureWindow::print() {
    if (!m_figure)
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(QPageLayout(QPageSize(m_figure->pageSize(), QPageSize::Millimeter, {}, QPageSize::FuzzyMatch),
                                      QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter));
    printer.setFullPage(true);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPainter painter(&printer);
    const double perMm = printer.resolution() / 25.4;
    // At its true scale where the paper holds it, else as large as it fits.
    const QSizeF paper = printer.pageLayout().fullRect(QPageLayout::Millimeter).size();
    const QSizeF size = m_figure->pageSize();
    const double fit = std::min({1.0, paper.width() / size.width(), paper.height() / size.height()});
    painter.scale(perMm * fit, perMm * fit);
    m_figure->paint(painter);
}

void FigureWindow::zoomBy(int steps) {
    constexpr double step = 1.25;
    m_page->setZoom(std::clamp(m_page->zoom() * std::pow(step, steps), 0.5, 40.0));
}

} // namespace tiermap
