#include "app/map/tile_service.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/language.h"
#include "app/window/main_window.h"
#include "app/window/online_menu.h"

#include <QAction>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

/// A web map on this machine: each tile is red, or there is none.
class Server : public QTcpServer {
public:
    explicit Server(bool hasTiles) {
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(Qt::red);
        QBuffer buffer(&m_tile);
        image.save(&buffer, "PNG");
        connect(this, &QTcpServer::newConnection, this, [this, hasTiles] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, hasTiles] {
                const QByteArray request = socket->readAll();
                m_asked << QString::fromLatin1(request.split(' ').value(1));
                socket->write(hasTiles ? "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n"
                                         "Content-Length: " +
                                             QByteArray::number(m_tile.size()) + "\r\n\r\n" + m_tile
                                       : "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"_ba);
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    QString address() const { return u"http://127.0.0.1:%1/{z}/{x}/{y}.png"_s.arg(serverPort()); }
    const QStringList& asked() const { return m_asked; }

private:
    QByteArray m_tile;
    QStringList m_asked;
};

} // namespace

/// Web maps are asked for nothing until a person turns one on.
class OnlineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void addressesAreFilledIn();
    void nothingIsAskedUntilOneIsChosen();
    void tilesAreDrawnAndTheStatusSaysSo();
    void aServiceThatDoesNotAnswerCostsNothing();
    void whoGivesNoKeyStaysOffline();

private:
    static std::unique_ptr<MainWindow> window(const QString& answer);
    static QString status(const MainWindow& window) {
        return window.statusBar()->findChild<QLabel*>(u"online"_s)->text();
    }
    static void chooseOther(MainWindow& window) { window.onlineMenu().actions().last()->trigger(); }
};

void OnlineTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-online-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-test"_s);
    QApplication::setQuitOnLastWindowClosed(false);
}

void OnlineTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::English);
}

std::unique_ptr<MainWindow> OnlineTest::window(const QString& answer) {
    auto document = openDocument(builtInPlanFile());
    auto window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    Questions questions;
    questions.text = [answer](QWidget*, const QString&, const QString&, const QString&) { return answer; };
    window->setQuestions(questions);
    QSignalSpy first(&window->map(), &LiveMap::firstFrame);
    window->show();
    if (first.isEmpty())
        first.wait(20000);
    return window;
}

void OnlineTest::addressesAreFilledIn() {
    const TileService service{
        .name = {}, .address = u"https://t{s}.example.org/{z}/{x}/{-y}?tk={key}"_s, .attribution = {}};
    QCOMPARE(tileUrl(service, u"a b&c"_s, 3, 5, 2).toString(QUrl::FullyEncoded),
             u"https://t7.example.org/3/5/5?tk=a%20b%26c"_s);
    QVERIFY(service.wantsKey());
    for (const TileService& known : knownTileServices())
        QVERIFY(known.wantsKey() && isTileAddress(known.address) && !known.attribution.isEmpty());
    for (const QString& wrong :
         {u""_s, u"file:///etc/{z}/{x}/{y}"_s, u"https://example.org/{z}/{x}"_s, u"{z}/{x}/{y}"_s})
        QVERIFY2(!isTileAddress(wrong), qPrintable(wrong));
}

void OnlineTest::nothingIsAskedUntilOneIsChosen() {
    const Server server(true);
    QSettings().setValue(u"online/address"_s, server.address()); // of an earlier time
    const auto shown = window({});
    QCOMPARE(status(*shown), u"Offline"_s);
    shown->map().zoomBy(1);
    QTest::qWait(500); // longer than a settled camera waits
    QVERIFY(server.asked().isEmpty());
    QVERIFY(!shown->onlineMenu().layer());
}

void OnlineTest::tilesAreDrawnAndTheStatusSaysSo() {
    const Server server(true);
    const auto shown = window(server.address());
    const QPoint at = shown->map().toWidget({119.5, 29.9}).toPoint();
    const auto redness = [&] {
        const QColor color = shown->map().grab().toImage().pixelColor(at * shown->devicePixelRatioF());
        return color.red() - color.green();
    };
    const int before = redness();
    chooseOther(*shown);
    QCOMPARE(status(*shown), u"Online: 127.0.0.1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(redness() > before + 60, 20000);
    QVERIFY(server.asked().size() > 3);
    QVERIFY2(server.asked().first().endsWith(".png"_L1), qPrintable(server.asked().first()));
    QCOMPARE(QSet<QString>(server.asked().begin(), server.asked().end()).size(), server.asked().size()); // each once
    QVERIFY(shown->project().content().layers.isEmpty()); // the project knows nothing of it

    shown->onlineMenu().actions().first()->trigger();
    QCOMPARE(status(*shown), u"Offline"_s);
    QTRY_VERIFY_WITH_TIMEOUT(redness() < before + 20, 20000);
    const auto asked = server.asked().size();
    shown->map().zoomBy(2);
    QTest::qWait(500);
    QCOMPARE(server.asked().size(), asked);
}

void OnlineTest::aServiceThatDoesNotAnswerCostsNothing() {
    const Server server(false);
    const auto shown = window(server.address());
    QSignalSpy failed(&shown->onlineMenu(), &OnlineMenu::failed);
    chooseOther(*shown);
    QVERIFY(failed.wait(20000));
    QVERIFY(shown->statusBar()->currentMessage().contains("online map"_L1));
    QTest::qWait(500);
    QCOMPARE(failed.size(), 1); // not once for each tile
    QVERIFY(!shown->onlineMenu().layer());
    QCOMPARE(shown->map().zoneAt({120.19, 30.18}), u"330108"_s); // all else goes on
}

void OnlineTest::whoGivesNoKeyStaysOffline() {
    const auto shown = window({});
    QSignalSpy changed(&shown->onlineMenu(), &OnlineMenu::changed);
    shown->onlineMenu().actions()[1]->trigger(); // asks for a key
    QCOMPARE(status(*shown), u"Offline"_s);
    QVERIFY(shown->onlineMenu().actions().first()->isChecked());
    const auto odd = window(u"not an address"_s);
    QSignalSpy failed(&odd->onlineMenu(), &OnlineMenu::failed);
    chooseOther(*odd);
    QCOMPARE(failed.size(), 1);
    QVERIFY(odd->onlineMenu().actions().first()->isChecked());
}

QTEST_MAIN(OnlineTest)
#include "online_test.moc"
