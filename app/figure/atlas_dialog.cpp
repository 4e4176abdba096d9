#include "app/figure/atlas_dialog.h"

#include "app/session/figure_words.h"
#include "app/session/words.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What the lists offer, in their order.
const std::array<QList<AtlasBy>, 6> ways{QList{AtlasBy::Zone},
                                         QList{AtlasBy::Tier},
                                         QList{AtlasBy::Indicator},
                                         QList{AtlasBy::Year},
                                         QList{AtlasBy::Zone, AtlasBy::Indicator},
                                         QList{AtlasBy::Tier, AtlasBy::Zone}};
const std::array<QString, 5> endings{u"pdf"_s, u"pdf"_s, u"svg"_s, u"png"_s, u"tif"_s};
constexpr int book = 0; ///< of `endings`: all pages in one file

} // namespace

AtlasDialog::AtlasDialog(const Project& project, const PlanShapes& shapes, const FigureSpec& spec, AskFile askFile,
                         QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_spec(spec)
    , m_askFile(std::move(askFile))
    , m_layout(new QFormLayout)
    , m_by(new QComboBox(this))
    , m_files(new QComboBox(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_failures(new QListWidget(this))
    , m_start(new QPushButton(this))
    , m_stop(new QPushButton(this)) {
    setObjectName(u"atlasDialog"_s);
    m_thread.setMaxThreadCount(1);
    m_by->setObjectName(u"by"_s);
    m_files->setObjectName(u"files"_s);
    m_progress->setObjectName(u"progress"_s);
    m_state->setObjectName(u"state"_s);
    m_failures->setObjectName(u"failures"_s);
    m_start->setObjectName(u"start"_s);
    m_stop->setObjectName(u"stop"_s);
    for (std::size_t i = 0; i < ways.size(); ++i)
        m_by->addItem({});
    for (std::size_t i = 0; i < endings.size(); ++i)
        m_files->addItem({});
    m_layout->addRow(new QLabel(this), m_by);
    m_layout->addRow(new QLabel(this), m_files);
    m_state->setWordWrap(true);
    m_failures->setWordWrap(true);
    m_failures->hide();
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_start->setDefault(true);
    m_stop->setAutoDefault(false);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_layout);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addWidget(m_failures);
    layout->addWidget(buttons);
    connect(m_start, &QPushButton::clicked, this, &AtlasDialog::start);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_works ? stop() : reject(); });
    retranslate();
    resize(460, sizeHint().height());
}

AtlasDialog::~AtlasDialog() {
    stop();
    m_thread.waitForDone();
}

void AtlasDialog::retranslate() {
    setWindowTitle(tr("Export Atlas"));
    const auto label = [&](QWidget* field, const QString& text) {
        auto* words = qobject_cast<QLabel*>(m_layout->labelForField(field));
        words->setText(text);
        words->setBuddy(field);
    };
    label(m_by, tr("A page for &each:"));
    label(m_files, tr("&Files:"));
    const std::array<QString, ways.size()> things{tr("zone"),
                                                  tr("tier"),
                                                  tr("indicator"),
                                                  tr("year of the indicator"),
                                                  tr("zone and indicator"),
                                                  tr("zone, tier by tier")};
    for (int i = 0; i < m_by->count(); ++i)
        m_by->setItemText(i, things[static_cast<std::size_t>(i)]);
    const std::array<QString, endings.size()> kinds{tr("one PDF with an index and bookmarks"), tr("a PDF for each"),
                                                    tr("an SVG for each"), tr("a PNG for each"), tr("a TIFF for each")};
    for (int i = 0; i < m_files->count(); ++i)
        m_files->setItemText(i, kinds[static_cast<std::size_t>(i)]);
    m_failures->setAccessibleName(tr("Pages that failed"));
    m_progress->setAccessibleName(tr("How far the atlas is"));
    m_start->setText(tr("&Write…"));
    m_stop->setText(m_works ? tr("&Stop") : tr("&Close"));
}

void AtlasDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AtlasDialog::closeEvent(QCloseEvent* event) {
    stop();
    QDialog::closeEvent(event);
}

void AtlasDialog::stop() { m_goesOn = false; }

/// The page's own words go into the name of its file.
QString AtlasDialog::proposal() const {
    const int files = m_files->currentIndex();
    const QString& ending = endings[static_cast<std::size_t>(files)];
    return files == book ? tr("atlas") + u'.' + ending : u"{number}-{name}."_s + ending;
}

void AtlasDialog::start() {
    const auto pages = atlasPages(m_project, m_spec, ways[static_cast<std::size_t>(m_by->currentIndex())]);
    if (!pages) {
        m_state->setText(pages.error().code == Problem::Code::FieldMissing
                             ? tr("The figure shows no indicator whose years could be drawn.")
                             : sentence(pages.error()));
        return;
    }
    const QString& ending = endings[static_cast<std::size_t>(m_files->currentIndex())];
    const QString path = m_askFile(this, windowTitle(), proposal(), ending.toUpper() + u" (*."_s + ending + u')');
    if (path.isEmpty())
        return;
    m_works = true;
    m_goesOn = true;
    m_failures->clear();
    m_failures->hide();
    m_state->setText(tr("%1 pages").arg(pages->size()));
    m_progress->setValue(0);
    m_progress->show();
    m_start->setEnabled(false);
    retranslate();
    m_thread.start([this, path, pages = *pages] {
        const auto progress = [this](double part) {
            QMetaObject::invokeMethod(this, [this, part] { m_progress->setValue(static_cast<int>(1000 * part)); });
            return m_goesOn.load();
        };
        const auto outcome = writeAtlas(m_project, m_shapes, pages, path,
                                        static_cast<int>(std::thread::hardware_concurrency()), progress);
        QMetaObject::invokeMethod(this, [this, outcome] { tell(outcome); });
    });
}

void AtlasDialog::tell(const Result<AtlasOutcome>& outcome) {
    m_works = false;
    m_start->setEnabled(true);
    m_progress->hide();
    retranslate();
    if (!outcome) {
        m_state->setText(outcome.error().code == Problem::Code::Cancelled
                             ? tr("It was stopped. Files that were whole by then are there, and are not drawn again.")
                             : sentence(outcome.error()));
    } else {
        m_state->setText(words(*outcome));
        for (const AtlasFailure& failure : outcome->failures)
            m_failures->addItem(words(failure));
        m_failures->setVisible(!outcome->failures.empty());
        Q_EMIT written(outcome->files);
    }
    Q_EMIT ended();
}

} // namespace tiermap
