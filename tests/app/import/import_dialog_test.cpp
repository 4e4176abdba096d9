// The dialog that shows what an import would do, driven as a person drives it.

#include "app/import/import_dialog.h"
#include "app/session/language.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class ImportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsWhatWillHappen();
    void speaksChinese();
    void showsWhatSitesWillBe();
    void choicesAreReadAnew();
    void importsWhatItShows();
    void nothingToImportCannotBeImported();
    void saysWhyAFileCannotBeRead();
    void readingCanBeStopped();
    void asksOnlyWhatMatters();

private:
    QString write(const QString& name, const QString& text) const {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 ? file.fileName() : QString();
    }
    /// Shows the dialog and waits until the file stands in it.
    std::unique_ptr<ImportDialog> dialog(const QString& file);
    static QAbstractButton* acceptButton(const ImportDialog& dialog) {
        const auto* box = dialog.findChild<QDialogButtonBox*>();
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                return button;
        }
        return nullptr;
    }
    static QString report(const ImportDialog& dialog) {
        return dialog.findChild<QPlainTextEdit*>(u"report"_s)->toPlainText();
    }

    static void photograph(const ImportDialog& dialog, const char* name) {
        if (qEnvironmentVariableIsSet("TIERMAP_PICTURES"))
            const_cast<ImportDialog&>(dialog).grab().save(qEnvironmentVariable("TIERMAP_PICTURES") + u'/' +
                                                          QLatin1StringView(name) + u".png"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenProject> m_project;
    PlanShapes m_shapes;
    int m_applied = 0;
};

void ImportDialogTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    setInterfaceLanguage(Language::English);
}

void ImportDialogTest::init() {
    m_project.reset();
    m_applied = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    const auto plan = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    const QString file = m_folder->filePath(u"plan.gpkg"_s);
    QVERIFY(writeProjectFile(file, *plan));
    m_project = *OpenProject::open(file, OpenProject::Access::Write);
    m_shapes = *decodeShapes(m_project->content());
}

std::unique_ptr<ImportDialog> ImportDialogTest::dialog(const QString& file) {
    auto dialog = std::make_unique<ImportDialog>(m_project->content(), m_shapes, file, [this](const FileImport& made) {
        ++m_applied;
        return m_project->apply(made.edit);
    });
    QSignalSpy shown(dialog.get(), &ImportDialog::shown);
    dialog->show();
    if (shown.isEmpty())
        shown.wait(30000);
    return dialog;
}

void ImportDialogTest::showsWhatWillHappen() {
    const auto shown = dialog(write(u"a.csv"_s, u"地区,2029年上市公司数\n滨江区,12\n月球区,3\n余杭,九\n"_s));
    const auto* preview = shown->findChild<QTableWidget*>(u"preview"_s);
    QCOMPARE(preview->rowCount(), 4);
    QCOMPARE(preview->item(1, 0)->text(), u"滨江区"_s);
    QCOMPARE(preview->horizontalHeaderItem(0)->text(), u"Zone"_s);
    QVERIFY(preview->horizontalHeaderItem(1)->text().contains(u"2029"_s));
    QVERIFY(report(*shown).contains(u"Column \"地区\": Zone\nColumn \"2029年上市公司数\": Listed companies, 2029"_s));
    // No source is known yet: nothing is used, and the report says so of each row.
    QVERIFY(report(*shown).contains(u"Rows: 3 read, 0 used"_s));
    QVERIFY(report(*shown).contains(u"月球区"_s));
    QVERIFY(!acceptButton(*shown)->isEnabled());
    QVERIFY(shown->findChild<QLabel*>(u"about"_s)->text().contains(u"UTF-8"_s));
    photograph(*shown, "import-en");
}

void ImportDialogTest::speaksChinese() {
    setInterfaceLanguage(Language::Chinese);
    const auto shown = dialog(write(u"a.csv"_s, u"地区,2029年上市公司数\n滨江区,12\n月球区,3\n余杭,九\n"_s));
    QVERIFY(shown->findChild<QTableWidget*>(u"preview"_s)->horizontalHeaderItem(0)->text().contains(u"片区"_s));
    photograph(*shown, "import-zh");
    setInterfaceLanguage(Language::English);
}

void ImportDialogTest::showsWhatSitesWillBe() {
    const auto shown = dialog(write(u"b.csv"_s, u"名称,所在区,电话\n甲平台,余杭\n乙平台,下城区,1\n"_s));
    QSignalSpy again(shown.get(), &ImportDialog::shown);
    auto* kind = shown->findChild<QComboBox*>(u"kind"_s);
    kind->setCurrentIndex(kind->findData(int(ImportKind::Sites)));
    QTest::keyClicks(shown->findChild<QLineEdit*>(u"source"_s), u"List"_s);
    QVERIFY(again.wait(30000));
    QTRY_VERIFY(acceptButton(*shown)->isEnabled());
    const auto* preview = shown->findChild<QTableWidget*>(u"preview"_s);
    QCOMPARE(preview->horizontalHeaderItem(1)->text(), u"所在区\nZone"_s);
    QCOMPARE(preview->horizontalHeaderItem(2)->text(), u"电话\n(not used)"_s);
    QVERIFY(report(*shown).contains(u"Column \"电话\": not used: the column is not kept"_s));
    QVERIFY(report(*shown).contains(u"sites without coordinates: 2"_s));
    QVERIFY(report(*shown).contains(u"\"下城区\" is an earlier unit; its area lies in Gongshu today"_s));
    photograph(*shown, "import-sites-en");
}

void ImportDialogTest::choicesAreReadAnew() {
    const auto shown = dialog(write(u"a.csv"_s, u"地区,2029年上市公司数\n滨江区,12\n月球区,3\n"_s));
    QSignalSpy again(shown.get(), &ImportDialog::shown);
    QTest::keyClicks(shown->findChild<QLineEdit*>(u"source"_s), u"Yearbook"_s);
    QVERIFY(again.wait(30000));
    QTRY_VERIFY(acceptButton(*shown)->isEnabled());
    QVERIFY(report(*shown).contains(u"Rows: 2 read, 1 used"_s));
    QVERIFY(report(*shown).contains(u"Row 3: \"月球区\" is no zone of this plan"_s));
}

void ImportDialogTest::importsWhatItShows() {
    const auto shown = dialog(write(u"a.csv"_s, u"地区,2029年上市公司数\n滨江区,12\n"_s));
    QTest::keyClicks(shown->findChild<QLineEdit*>(u"source"_s), u"Yearbook"_s);
    QTRY_VERIFY(acceptButton(*shown)->isEnabled());
    QTest::mouseClick(acceptButton(*shown), Qt::LeftButton);
    QCOMPARE(m_applied, 1);
    QCOMPARE(shown->result(), int(QDialog::Accepted));
    QCOMPARE(m_project->done().size(), 1);
    const Observation& taken = m_project->content().plan.observations.last();
    QCOMPARE(taken.zone, u"330108"_s);
    QCOMPARE(taken.value->number, 12.0);
    QCOMPARE(taken.source, u"Yearbook"_s);
    QVERIFY(m_project->undo());
}

void ImportDialogTest::nothingToImportCannotBeImported() {
    const auto shown = dialog(write(u"a.csv"_s, u"地区,2029年上市公司数\n月球区,3\n"_s));
    QVERIFY(!acceptButton(*shown)->isEnabled());
    shown->accept(); // as Return does
    QCOMPARE(m_applied, 0);
    QVERIFY(shown->isVisible());
}

void ImportDialogTest::saysWhyAFileCannotBeRead() {
    const QString file = m_folder->filePath(u"broken.xlsx"_s);
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("PK\3\4 and nothing else");
    broken.close();
    const auto shown = dialog(file);
    QVERIFY(report(*shown).contains(u"broken.xlsx"_s));
    QVERIFY(!acceptButton(*shown)->isEnabled());
}

void ImportDialogTest::readingCanBeStopped() {
    QString text = u"地区,2029年上市公司数\n"_s;
    for (int i = 0; i < 400000; ++i)
        text += u"滨江区,1\n"_s;
    const QString file = write(u"large.csv"_s, text);
    ImportDialog shown(m_project->content(), m_shapes, file, [](const FileImport&) { return Result<bool>(true); });
    shown.show();
    QVERIFY(shown.isReading());
    QPushButton* stop = nullptr;
    const auto* box = shown.findChild<QDialogButtonBox*>();
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QDialogButtonBox::ActionRole)
            stop = static_cast<QPushButton*>(button);
    }
    QVERIFY(stop && stop->isEnabled());
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY(!shown.isReading());
    QVERIFY(!shown.made());
    QVERIFY(report(shown).contains(u"stopped"_s));
    QVERIFY(!shown.findChild<QProgressBar*>()->isVisible());
}

void ImportDialogTest::asksOnlyWhatMatters() {
    const auto shown = dialog(write(u"a.geojson"_s, u"{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":"
                                                    "\"Point\",\"coordinates\":[120.2,30.2]}}"_s));
    const auto visible = [&](const QString& name) { return shown->findChild<QWidget*>(name)->isVisible(); };
    QVERIFY(visible(u"datum"_s) && visible(u"schematic"_s) && !visible(u"period"_s) && !visible(u"name"_s));
    auto* kind = shown->findChild<QComboBox*>(u"kind"_s);
    kind->setCurrentIndex(kind->findData(int(ImportKind::Layer)));
    QVERIFY(visible(u"name"_s) && visible(u"since"_s) && !visible(u"schematic"_s) && !visible(u"key"_s));
    QTRY_VERIFY(acceptButton(*shown)->isEnabled()); // a point makes a layer
    kind->setCurrentIndex(kind->findData(int(ImportKind::Observations)));
    QVERIFY(visible(u"period"_s) && visible(u"vintage"_s) && !visible(u"datum"_s));
}

QTEST_MAIN(ImportDialogTest)
#include "import_dialog_test.moc"
