#include "app/figure/figure_window.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Composing a page: what is chosen shows, what is dragged stays, what is missing is told, and all of it can be undone.
class FigureWindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Document m_document;
    std::unique_ptr<EditGate> m_gate;
    FigureQuestions m_questions;
    QString m_text;     ///< that the person types
    QString m_file;     ///< that the person chooses
    QStringList m_told; ///< what the person was told
    std::unique_ptr<FigureWindow> m_window;

    template <class Field>
    Field& field(const QString& name) const {
        return *m_window->findChild<Field*>(name);
    }
    /// After the page was laid out anew.
    template <class Act>
    void after(Act act) {
        QSignalSpy laid(m_window.get(), &FigureWindow::laidOut);
        act();
        QVERIFY(laid.wait(30000));
    }
    void type(const QString& name, const QString& text) {
        auto& line = field<QLineEdit>(name);
        line.clear();
        after([&] { QTest::keyClicks(&line, text); });
        QTRY_COMPARE(m_window->findings().isEmpty(), false);
    }
    void pick(const QString& name, const QVariant& data) {
        auto& box = field<QComboBox>(name);
        after([&] {
            box.setCurrentIndex(box.findData(data));
            Q_EMIT box.activated(box.currentIndex());
        });
    }
    void photograph(const char* name) const {
        if (qEnvironmentVariableIsSet("TIERMAP_PICTURES"))
            m_window->grab().save(qEnvironmentVariable("TIERMAP_PICTURES") + u'/' + QLatin1StringView(name) +
                                  u".png"_s);
    }
    bool finds(SheetFinding::Kind kind) const {
        return std::ranges::contains(m_window->findings(), kind, &SheetFinding::kind);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"tiermap-figure-test"_s);
        QCoreApplication::setOrganizationName(u"tiermap-test"_s);
        QApplication::setQuitOnLastWindowClosed(false);
        m_questions.text = [this](QWidget*, const QString&, const QString&, const QString&) { return m_text; };
        m_questions.fileToExport = [this](QWidget*, const QString&, const QString&, const QString&) { return m_file; };
        m_questions.fileToOpen = [this](QWidget*, const QString&, const QString&) { return m_file; };
        m_questions.tell = [this](QWidget*, const QString& sentence) { m_told += sentence; };
    }

    void init() {
        QSettings().clear();
        setInterfaceLanguage(Language::Chinese);
        m_told.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(copyProject(builtInPlanFile(), m_folder->filePath(u"plan.gpkg"_s)));
        m_document = *openDocument(m_folder->filePath(u"plan.gpkg"_s));
        m_gate = std::make_unique<EditGate>(
            *m_document.project, [] { return QString(); }, [](std::unique_ptr<OpenProject>) {});
        m_window =
            std::make_unique<FigureWindow>(*m_document.project, m_document.shapes, *m_gate, m_questions, nullptr);
        m_window->show();
        after([&] { m_window->begin({}); });
    }

    void cleanup() { // the lock of the project goes before its folder
        m_window.reset();
        m_gate.reset();
        m_document = {};
    }

    void whatIsChosenShows() {
        QCOMPARE(m_window->page().boxOf(u"legend"_s).isEmpty(), false);
        photograph("figure-layout");
        pick(u"size"_s, u"A3"_s);
        QCOMPARE(m_window->spec().size, u"A3"_s);
        pick(u"style"_s, u"pop_census_2020"_s);
        QCOMPARE(m_window->spec().figure, u"map"_s);
        QCOMPARE(m_window->spec().style->indicators, QStringList{u"pop_census_2020"_s});
        pick(u"extent"_s, QStringList{u"330108"_s});
        type(u"title"_s, u"Binjiang"_s);
        QCOMPARE(m_window->spec().title, u"Binjiang"_s);
        photograph("figure-map");
        pick(u"style"_s, QString());
        QCOMPARE(m_window->spec().figure, u"layout"_s);
        QVERIFY(!m_window->spec().style);
    }

    /// The letters of a title are one step back; a choice is another.
    void undoGoesStepByStep() {
        type(u"title"_s, u"abc"_s);
        pick(u"orientation"_s, int(FigureSpec::Orientation::Portrait));
        after([&] { m_window->undo(); });
        QCOMPARE(int(m_window->spec().orientation), int(FigureSpec::Orientation::Landscape));
        QCOMPARE(m_window->spec().title, u"abc"_s);
        after([&] { m_window->undo(); });
        QCOMPARE(m_window->spec().title, QString());
        QCOMPARE(field<QLineEdit>(u"title"_s).text(), QString());
        m_window->undo(); // nothing before it
        after([&] { m_window->redo(); });
        QCOMPARE(m_window->spec().title, u"abc"_s);
    }

    /// The legend goes where it is dragged, keeps to the frame's edge, and the map's names keep clear of it.
    void theLegendIsDragged() {
        PageView& page = m_window->page();
        const QRectF legend = page.boxOf(u"legend"_s);
        const QRectF frame = page.boxOf(u"map"_s);
        const QPoint from = page.toPixels(legend).center().toPoint();
        const QPointF wanted(frame.right() - legend.width() - 1.2, frame.bottom() - legend.height() - 30);
        const QPoint to = from + ((wanted - legend.topLeft()) * page.zoom()).toPoint();
        QTest::mousePress(&page, Qt::LeftButton, {}, from);
        for (const QPoint& at : {(from + to) / 2, to}) { // Xvfb has no window manager that would move the pointer
            QMouseEvent move(QEvent::MouseMove, at, page.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&page, &move);
        }
        photograph("figure-drag");
        after([&] { QTest::mouseRelease(&page, Qt::LeftButton, {}, to); });
        QVERIFY(std::abs(page.boxOf(u"legend"_s).right() - frame.right()) < 0.01); // it kept to the edge
        QVERIFY(m_window->spec().places.contains(u"legend"_s));
        after([&] { QTest::keyClick(&page, Qt::Key_Left); });
        QVERIFY(std::abs(page.boxOf(u"legend"_s).right() - frame.right() + 1) < 0.01);
        after([&] { m_window->undo(); });
        after([&] { m_window->undo(); });
        QCOMPARE(page.boxOf(u"legend"_s), legend);
    }

    /// The handle of what is chosen makes it wider, keeps to the frame's edge, and is one step; Shift and an arrow likewise.
    void partsAreResized() {
        PageView& page = m_window->page();
        const auto drag = [&](const QPoint& from, const QPoint& to) {
            QTest::mousePress(&page, Qt::LeftButton, {}, from);
            for (const QPoint& at : {(from + to) / 2, to}) {
                QMouseEvent move(QEvent::MouseMove, at, page.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
                QApplication::sendEvent(&page, &move);
            }
            photograph("figure-resize");
            after([&] { QTest::mouseRelease(&page, Qt::LeftButton, {}, to); });
        };
        QVERIFY(page.handle().isEmpty());
        FigureSpec apart = m_window->spec();
        apart.places = {{u"inset"_s, {.at = {200, 40}}}};
        after([&] { m_window->setSpec(apart); });
        const QRectF inset = page.boxOf(u"inset"_s);
        QTest::mouseClick(&page, Qt::LeftButton, {}, page.toPixels(inset).center().toPoint());
        photograph("figure-handle");
        const QPoint handle = page.handle().center().toPoint();
        QMouseEvent over(QEvent::MouseMove, handle, page.mapToGlobal(handle), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&page, &over);
        QCOMPARE(page.cursor().shape(), Qt::SizeFDiagCursor);
        const double edge = page.boxOf(u"map"_s).right();
        drag(handle, handle + QPoint(qRound((edge - 1.2 - inset.right()) * page.zoom()), 5));
        const QRectF wider = page.boxOf(u"inset"_s);
        QVERIFY(std::abs(wider.right() - edge) < 0.01);
        QCOMPARE(wider.topLeft(), inset.topLeft());
        QVERIFY(wider.height() > inset.height());
        QVERIFY(m_window->spec().places[u"inset"_s].width.has_value());
        after([&] { QTest::keyClick(&page, Qt::Key_Left, Qt::ShiftModifier); });
        QVERIFY(std::abs(page.boxOf(u"inset"_s).width() - wider.width() + 1) < 0.01);
        after([&] { QTest::keyClick(&page, Qt::Key_Left, Qt::ControlModifier); }); // moves, and stays as wide
        QVERIFY(std::abs(page.boxOf(u"inset"_s).left() - inset.left() + 10) < 0.01);
        QVERIFY(std::abs(page.boxOf(u"inset"_s).width() - wider.width() + 1) < 0.01);
        for (int i = 0; i < 3; ++i)
            after([&] { m_window->undo(); });
        QCOMPARE(page.boxOf(u"inset"_s), inset);

        FigureSpec withText = m_window->spec();
        withText.blocks = {{.at = {100, 100}, .text = u"说明"_s}};
        after([&] { m_window->setSpec(withText); });
        QTest::mouseClick(&page, Qt::LeftButton, {}, page.toPixels(page.boxOf(u"blocks[0]"_s)).center().toPoint());
        after([&] { QTest::keyClick(&page, Qt::Key_Right, Qt::ShiftModifier); });
        QCOMPARE(m_window->spec().blocks[0].width, 61);
        const QPoint corner = page.handle().center().toPoint();
        drag(corner, corner - QPoint(qRound(200 * page.zoom()), 0)); // no narrower than may be
        QCOMPARE(m_window->spec().blocks[0].width, FigureBlock::narrowest);
    }

    /// A word of the legend is written anew in the list, shows, and is a step of its own.
    void theLegendsWordsAreEdited() {
        auto& words = field<QTableWidget>(u"legend_words"_s);
        const auto rowOf = [&](const QString& word) {
            const auto items = words.findItems(word, Qt::MatchExactly);
            return items.isEmpty() ? -1 : items.first()->row();
        };
        const int water = rowOf(u"水域"_s);
        QVERIFY(water >= 0);
        words.setCurrentCell(water, 1);
        words.editItem(words.item(water, 1));
        auto* editor = words.viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"Rivers"_s);
        after([&] { QTest::keyClick(editor, Qt::Key_Return); });
        QCOMPARE(m_window->spec().legendWords.value(u"水域"_s), u"Rivers"_s);
        photograph("figure-words");
        after([&] { words.item(rowOf(u"图例"_s), 1)->setText(u"说明"_s); });
        QCOMPARE(m_window->spec().legendWords.size(), 2);
        after([&] { m_window->undo(); });
        QCOMPARE(m_window->spec().legendWords.keys(), QStringList{u"水域"_s});
        QCOMPARE(words.item(rowOf(u"图例"_s), 1)->text(), QString());
        after([&] { m_window->undo(); });
        QVERIFY(m_window->spec().legendWords.isEmpty());
        FigureSpec other = m_window->spec(); // what the legend does not say stays in the list, to be taken out
        other.legendWords = {{u"去年的"_s, u"x"_s}};
        after([&] { m_window->setSpec(other); });
        QVERIFY(finds(SheetFinding::Kind::LegendWordUnknown));
        after([&] { words.item(rowOf(u"去年的"_s), 1)->setText(QString()); });
        QVERIFY(!finds(SheetFinding::Kind::LegendWordUnknown));
    }

    /// A block is added from the menu, moved with the keys, taken off with Delete, and all of it can be undone.
    void blocksAreAdded() {
        auto& add = field<QToolButton>(u"add"_s);
        const auto pickFrom = [&](int index) {
            Q_EMIT add.menu()->aboutToShow();
            add.menu()->actions()[index]->trigger();
        };
        const auto dialog = [&] { return m_window->findChild<QDialog*>(u"blockDialog"_s); };
        const auto agree = [&] { dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click(); };
        pickFrom(0);
        QVERIFY(!dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled()); // says nothing
        dialog()->findChild<QPlainTextEdit*>(u"blockText"_s)->setPlainText(u"说明"_s);
        after(agree);
        QCOMPARE(m_window->spec().blocks.size(), 1);
        PageView& page = m_window->page();
        const QRectF box = page.boxOf(u"blocks[0]"_s);
        QVERIFY(!box.isEmpty());
        QTest::mouseClick(&page, Qt::LeftButton, {}, page.toPixels(box).center().toPoint());
        after([&] { QTest::keyClick(&page, Qt::Key_Right); });
        QVERIFY(std::abs(page.boxOf(u"blocks[0]"_s).left() - box.left() - 1) < 0.01);
        photograph("figure-block");
        QTRY_VERIFY(!dialog());
        Q_EMIT page.partActivated(u"blocks[0]"_s); // what stands there can be changed
        dialog()->findChild<QPlainTextEdit*>(u"blockText"_s)->setPlainText(u"两行\n说明"_s);
        dialog()->findChild<QDoubleSpinBox*>(u"blockWidth"_s)->setValue(40);
        after(agree);
        QCOMPARE(m_window->spec().blocks[0].text, u"两行\n说明"_s);
        QCOMPARE(m_window->spec().blocks[0].width, 40);
        QTRY_VERIFY(!dialog());
        pickFrom(1); // a table, of whatever there are numbers for
        auto& indicators = *dialog()->findChild<QListWidget*>(u"blockIndicators"_s);
        QVERIFY(indicators.count() > 5);
        indicators.item(0)->setCheckState(Qt::Checked);
        indicators.item(2)->setCheckState(Qt::Checked);
        if (qEnvironmentVariableIsSet("TIERMAP_PICTURES"))
            dialog()->grab().save(qEnvironmentVariable("TIERMAP_PICTURES") + u"/figure-block-dialog.png"_s);
        after(agree);
        QCOMPARE(m_window->spec().blocks[1].indicators.size(), 2);
        after([&] { m_window->undo(); });
        QTRY_VERIFY(!dialog());
        after([&] { QTest::keyClick(&page, Qt::Key_Delete); });
        QVERIFY(m_window->spec().blocks.isEmpty());
        after([&] { m_window->undo(); });
        QCOMPARE(m_window->spec().blocks.size(), 1);
        pickFrom(2); // a chart: how many indicators it takes, and of when they are, is its form's matter
        auto& form = *dialog()->findChild<QComboBox*>(u"blockForm"_s);
        auto& period = *dialog()->findChild<QComboBox*>(u"blockPeriod"_s);
        auto& charted = *dialog()->findChild<QListWidget*>(u"blockIndicators"_s);
        const auto isEnough = [&] {
            return dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
        };
        charted.item(0)->setCheckState(Qt::Checked);
        QVERIFY(isEnough());
        const QString latest = period.itemText(0);
        form.setCurrentIndex(form.findData(int(FigureBlock::Form::Ranks)));
        QVERIFY(!isEnough());
        QVERIFY(period.itemText(0) != latest);
        charted.item(2)->setCheckState(Qt::Checked);
        QVERIFY(isEnough());
        after(agree);
        QCOMPARE(m_window->spec().blocks[1].form, FigureBlock::Form::Ranks);
        QTRY_VERIFY(!dialog());
        after([&] { m_window->undo(); });
        QFile bad(m_folder->filePath(u"logo.png"_s)); // what is no picture is refused with a sentence
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("<svg/>");
        bad.close();
        m_file = bad.fileName();
        pickFrom(3);
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_window->spec().blocks.size(), 1);
    }

    /// A scale, a projection, a font, widths and colours of one's own; what they cost is told.
    void scaleAndThemeAreOnesOwn() {
        auto& scale = field<QComboBox>(u"scale"_s);
        const auto typeScale = [&](const QString& text) {
            after([&] {
                scale.setEditText(text);
                Q_EMIT scale.lineEdit()->editingFinished();
            });
        };
        typeScale(u"1:400,000"_s);
        QCOMPARE(m_window->spec().scale, 400000);
        QVERIFY(finds(SheetFinding::Kind::MapCut));
        pick(u"extent"_s, QStringList{u"330108"_s});
        QVERIFY(!finds(SheetFinding::Kind::MapCut));
        auto& list = field<QListWidget>(u"findings"_s);
        QVERIFY(list.count() > 0);
        typeScale(u"twice"_s);
        QVERIFY(!field<QLabel>(u"state"_s).text().isEmpty()); // it is said, and the last page stays
        pick(u"scale"_s, 0.0);
        pick(u"projection"_s, int(FigureSpec::MapProjection::EqualArea));
        after([&] { field<QDoubleSpinBox>(u"theme.lines"_s).setValue(2); });
        QCOMPARE(m_window->spec().theme.lines, 2);
        auto& colors = field<QTreeWidget>(u"theme.colors"_s);
        Q_EMIT colors.itemActivated(colors.topLevelItem(0), 0);
        auto* dialog = m_window->findChild<QColorDialog*>();
        dialog->setCurrentColor(QColor(0xff, 0xff, 0xff));
        after([&] { dialog->accept(); });
        QCOMPARE(m_window->spec().theme.colors.value(u"land"_s), QColor(0xff, 0xff, 0xff));
        photograph("figure-theme");
        colors.setCurrentItem(colors.topLevelItem(0));
        after([&] { QTest::keyClick(&colors, Qt::Key_Delete); });
        QVERIFY(m_window->spec().theme.colors.isEmpty());
        after([&] { m_window->undo(); });
        QCOMPARE(m_window->spec().theme.colors.size(), 1);
    }

    /// What a public sheet must not have keeps it from being written, until a reason lets it be.
    void publicSheetsAreHeldBack() {
        pick(u"profile"_s, int(FigureSpec::Profile::Public));
        QVERIFY(finds(SheetFinding::Kind::ApprovalMissing));
        m_file = m_folder->filePath(u"a.pdf"_s);
        field<QPushButton>(u"export"_s).click();
        QCOMPARE(m_told.size(), 1);
        QVERIFY(!QFile::exists(m_file));
        auto& list = field<QListWidget>(u"findings"_s);
        Q_EMIT list.itemActivated(list.item(0)); // goes to the field that mends it
        QCOMPARE(m_window->focusWidget(), &field<QLineEdit>(u"approval_number"_s));
        type(u"approval_number"_s, u"1"_s);
        type(u"issuer"_s, u"b"_s);
        type(u"date"_s, u"c"_s);
        QTRY_VERIFY(!finds(SheetFinding::Kind::DateMissing));
        photograph("figure-public");
        FigureSpec accepted = m_window->spec();
        accepted.accepted.insert(u"schematic"_s, u"示意"_s);
        after([&] { m_window->setSpec(accepted); });
        QSignalSpy written(m_window.get(), &FigureWindow::written);
        field<QPushButton>(u"export"_s).click();
        QVERIFY(written.wait(30000));
        QVERIFY(QFile::exists(m_file));
    }

    void figuresAreKept() {
        pick(u"size"_s, u"A5"_s);
        m_text = u"周报"_s;
        field<QPushButton>(u"keep"_s).click();
        const QList<SavedFigure>& figures = m_document.project->content().figures;
        QCOMPARE(figures.size(), 1);
        QCOMPARE(figures[0].key, u"周报"_s);
        QCOMPARE(figureSpecFromJson(figures[0].spec.toUtf8(), m_document.project->content())->size, u"A5"_s);
        QVERIFY(m_window->windowTitle().contains(u"周报"_s));
        m_text = u"map"_s; // a name that the program has for itself
        field<QPushButton>(u"keep"_s).click();
        QCOMPARE(m_told.size(), 1);
        QVERIFY(m_document.project->undo(1));
        QVERIFY(m_document.project->content().figures.isEmpty());
    }

    void theClipboardHasAPictureAndAVector() {
        field<QToolButton>(u"copy"_s).click();
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QVERIFY(data && data->hasImage());
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).width(), 1754); // 297 mm at 150 dots per inch
        QVERIFY(data->data(u"image/svg+xml"_s).contains("<svg"));
    }

    /// What cannot be laid out is said; the page before it stays.
    void whatCannotBeIsSaid() {
        auto& size = field<QComboBox>(u"size"_s);
        after([&] {
            size.setEditText(u"70x70"_s);
            Q_EMIT size.lineEdit()->editingFinished();
        });
        QVERIFY(!field<QLabel>(u"state"_s).text().isEmpty());
        QVERIFY(!field<QPushButton>(u"export"_s).isEnabled());
        QVERIFY(!m_window->page().boxOf(u"map"_s).isEmpty());
        after([&] { m_window->undo(); });
        QVERIFY(field<QPushButton>(u"export"_s).isEnabled());
    }

    /// The page's choices are there the next time; what the figure is about is not.
    void thePageIsRemembered() {
        pick(u"size"_s, u"A3"_s);
        type(u"title"_s, u"abc"_s);
        type(u"issuer"_s, u"x"_s);
        m_window->close();
        after([&] { m_window->begin({}); });
        QCOMPARE(m_window->spec().size, u"A3"_s);
        QCOMPARE(m_window->spec().issuer, u"x"_s);
        QCOMPARE(m_window->spec().title, QString());
    }

    void bothLanguages() {
        setInterfaceLanguage(Language::English);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->windowTitle(), u"Compose Figure"_s);
        photograph("figure-english");
        setInterfaceLanguage(Language::Chinese);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->windowTitle(), u"编排图件"_s);
    }
};

QTEST_MAIN(FigureWindowTest)
#include "figure_window_test.moc"
