#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// Both languages are complete: every string of the sources is in the translation files, and finished.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isCompleteAndCurrent_data();
    void isCompleteAndCurrent();
};

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    bool finished = true;
    bool plural = false;
};

QList<Message> messages(const QString& file) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&source);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            all += Message{context, {}, {}, true, xml.attributes().value("numerus"_L1) == "yes"_L1};
        } else if (xml.name() == "source"_L1) {
            all.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            all.last().finished = xml.attributes().value("type"_L1).isEmpty();
            all.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return xml.hasError() ? QList<Message>() : all;
}

} // namespace

void TranslationsTest::isCompleteAndCurrent_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("Chinese") << u"zh_CN"_s << false;
    QTest::newRow("English") << u"en"_s << true; // the sources are English: only plurals need words of their own
}

void TranslationsTest::isCompleteAndCurrent() {
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    const QString root = QString::fromUtf16(TIERMAP_SOURCE_DIR);
    const QString shipped = root + u"/resources/translations/tiermap_%1.ts"_s.arg(language);
    QTemporaryDir folder;
    const QString fresh = folder.filePath(u"tiermap_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(shipped, fresh));
    QProcess lupdate;
    QStringList arguments{root + u"/app"_s, u"-I"_s,   root,     u"-no-obsolete"_s,
                          u"-locations"_s,  u"none"_s, u"-ts"_s, fresh};
    if (pluralsOnly)
        arguments.prepend(u"-pluralonly"_s);
    lupdate.start(QStringLiteral(TIERMAP_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<Message> all = messages(fresh);
    QVERIFY(!all.isEmpty());
    for (const Message& message : all) {
        const QByteArray where = (message.context + u": "_s + message.source).toUtf8();
        QVERIFY2(message.finished && !message.translation.isEmpty(), where.constData());
        for (const QString& place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%n"_s}) {
            if (!message.plural) // English "1 zone" may drop %n
                QVERIFY2(message.source.contains(place) == message.translation.contains(place), where.constData());
        }
    }
    QCOMPARE(all.size(), messages(shipped).size()); // nothing obsolete is shipped
}

QTEST_APPLESS_MAIN(TranslationsTest)
#include "translations_test.moc"
