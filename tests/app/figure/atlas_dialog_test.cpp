#include "app/figure/atlas_dialog.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/language.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// An atlas from the window: written with its progress, stopped half-way, and what failed told by name.
class AtlasDialogTest : public QObject {
    Q_OBJECT

    Document m_document;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_proposal;
    std::unique_ptr<AtlasDialog> m_dialog;

    template <class Field>
    Field& field(const QString& name) const {
        return *m_dialog->findChild<Field*>(name);
    }
    void open(const FigureSpec& spec) {
        m_dialog = std::make_unique<AtlasDialog>(
            m_document.project->content(), m_document.shapes, spec,
            [this](QWidget*, const QString&, const QString& proposal, const QString&) {
                m_proposal = proposal;
                return m_file;
            },
            nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void write() {
        QSignalSpy ended(m_dialog.get(), &AtlasDialog::ended);
        QTest::mouseClick(&field<QPushButton>(u"start"_s), Qt::LeftButton);
        if (ended.isEmpty())
            QVERIFY(ended.wait(60000));
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    void photograph(const char* name) const {
        if (qEnvironmentVariableIsSet("TIERMAP_PICTURES"))
            m_dialog->grab().save(qEnvironmentVariable("TIERMAP_PICTURES") + u'/' + QLatin1StringView(name) +
                                  u".png"_s);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        auto document = openDocument({});
        QVERIFY(document);
        m_document = *std::move(document);
    }
    void init() {
        setInterfaceLanguage(Language::Chinese);
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { m_dialog.reset(); }

    void aBook() {
        m_file = m_folder->filePath(u"a.pdf"_s);
        open({.size = u"A5"_s});
        field<QComboBox>(u"by"_s).setCurrentIndex(1); // tiers
        QSignalSpy written(m_dialog.get(), &AtlasDialog::written);
        photograph("atlas");
        write();
        QVERIFY(m_proposal.endsWith(u".pdf"_s));
        QCOMPARE(files(), QStringList{u"a.pdf"_s});
        QCOMPARE(written.size(), 1);
        QCOMPARE(written.first().first().toStringList(), QStringList{m_file});
        QVERIFY2(field<QLabel>(u"state"_s).text().contains(u'4'), qPrintable(field<QLabel>(u"state"_s).text()));
        QVERIFY(!field<QListWidget>(u"failures"_s).isVisible());
    }

    void filesOfPagesThatFailAreNotThere() {
        m_file = m_folder->filePath(u"{key}.svg"_s);
        // Names without room fail nothing; a page that is too small for its furniture does.
        open({.size = u"90x60"_s});
        field<QComboBox>(u"by"_s).setCurrentIndex(1);
        field<QComboBox>(u"files"_s).setCurrentIndex(2);
        write();
        QVERIFY(m_proposal.contains(u"{number}"_s));
        QCOMPARE(files(), QStringList());
        QCOMPARE(field<QListWidget>(u"failures"_s).count(), 4);
        QVERIFY(field<QListWidget>(u"failures"_s).isVisible());
        photograph("atlas-failed");
    }

    void stoppedItKeepsWhatIsWhole() {
        m_file = m_folder->filePath(u"{key}.svg"_s);
        open({});
        field<QComboBox>(u"by"_s).setCurrentIndex(4); // 14 zones by some indicators: long enough to be stopped
        field<QComboBox>(u"files"_s).setCurrentIndex(2);
        QSignalSpy ended(m_dialog.get(), &AtlasDialog::ended);
        QTest::mouseClick(&field<QPushButton>(u"start"_s), Qt::LeftButton);
        QVERIFY(!field<QPushButton>(u"start"_s).isEnabled());
        QTRY_VERIFY(field<QProgressBar>(u"progress"_s).value() > 0);
        QTest::mouseClick(&field<QPushButton>(u"stop"_s), Qt::LeftButton);
        QVERIFY(ended.wait(60000));
        QVERIFY(field<QPushButton>(u"start"_s).isEnabled());
        const qsizetype some = files().size();
        QVERIFY2(some > 0 && some < 200, qPrintable(QString::number(some)));
        QVERIFY(!field<QLabel>(u"state"_s).text().isEmpty());
        for (const QString& file : files())
            QVERIFY(QFileInfo(m_folder->filePath(file)).size() > 1000);
    }

    void whatCannotBeDoneIsSaid() {
        open({});
        field<QComboBox>(u"by"_s).setCurrentIndex(3); // years of no indicator
        m_file = m_folder->filePath(u"a.pdf"_s);
        QTest::mouseClick(&field<QPushButton>(u"start"_s), Qt::LeftButton);
        QVERIFY(!field<QLabel>(u"state"_s).text().isEmpty());
        QVERIFY(field<QPushButton>(u"start"_s).isEnabled());
        field<QComboBox>(u"by"_s).setCurrentIndex(0);
        m_file.clear(); // the person thinks better of it
        QTest::mouseClick(&field<QPushButton>(u"start"_s), Qt::LeftButton);
        QVERIFY(field<QPushButton>(u"start"_s).isEnabled());
        QCOMPARE(files(), QStringList());
        setInterfaceLanguage(Language::English);
        QTRY_COMPARE(m_dialog->windowTitle(), u"Export Atlas"_s); // Qt posts the change of language
        setInterfaceLanguage(Language::Chinese);
        QTRY_COMPARE(m_dialog->windowTitle(), u"导出图集"_s);
    }
};

QTEST_MAIN(AtlasDialogTest)
#include "atlas_dialog_test.moc"
