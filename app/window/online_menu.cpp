#include "app/window/online_menu.h"

#include "app/session/language.h"

#include <QActionGroup>
#include <QEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace tiermap {

OnlineMenu::OnlineMenu(LiveMap& map, Ask ask)
    : m_map(map)
    , m_ask(std::move(ask))
    , m_group(new QActionGroup(this))
    , m_off(m_group->addAction(QString())) {
    for (qsizetype i = 0; i < knownTileServices().size(); ++i)
        m_known << m_group->addAction(QString());
    m_other = m_group->addAction(QString());
    for (QAction* action : m_group->actions())
        action->setCheckable(true);
    m_off->setChecked(true);
    addActions(m_group->actions());
    connect(m_off, &QAction::triggered, this, &OnlineMenu::turnOff);
    connect(m_other, &QAction::triggered, this, &OnlineMenu::chooseOther);
    for (qsizetype i = 0; i < m_known.size(); ++i)
        connect(m_known[i], &QAction::triggered, this, [this, i] { choose(knownTileServices()[i]); });
    m_settle.setSingleShot(true);
    m_settle.setInterval(200);
    m_draw.setSingleShot(true);
    m_draw.setInterval(150);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (m_fetcher)
            m_fetcher->fetch(m_map.camera());
    });
    connect(&m_draw, &QTimer::timeout, this, [this] {
        if (m_drawn)
            return m_map.refreshPictures();
        m_drawn = true;
        Q_EMIT changed();
    });
    connect(&map, &LiveMap::cameraChanged, this, [this] {
        if (m_fetcher)
            m_settle.start();
    });
    retranslate();
}

void OnlineMenu::changeEvent(QEvent* event) {
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OnlineMenu::retranslate() {
    setTitle(tr("&Online Map"));
    m_off->setText(tr("&Off"));
    for (qsizetype i = 0; i < m_known.size(); ++i)
        m_known[i]->setText(knownTileServices()[i].name.in(interfaceLanguage()));
    m_other->setText(tr("Other &Address…"));
}

void OnlineMenu::choose(const TileService& service) {
    QSettings settings;
    QString key;
    if (service.wantsKey()) {
        const QString place = u"online/key/"_s + QUrl(service.address).host().section(u'.', -3);
        key =
            m_ask(service.name.in(interfaceLanguage()),
                  tr("Your key for this service. From now on Tiermap asks it for what the map shows, until you turn it "
                     "off."),
                  settings.value(place).toString())
                .trimmed();
        if (key.isEmpty())
            return turnOff();
        settings.setValue(place, key);
    }
    turnOn(service, key);
}

void OnlineMenu::chooseOther() {
    QSettings settings;
    const QString address =
        m_ask(
            tr("Online Map"),
            tr("Address with {z}, {x} and {y}, such as https://tiles.example.org/{z}/{x}/{y}.png. From now on Tiermap "
               "asks it for what the map shows, until you turn it off."),
            settings.value(u"online/address"_s).toString())
            .trimmed();
    if (!isTileAddress(address)) {
        if (!address.isEmpty())
            Q_EMIT failed(tr("\"%1\" is no address of tiles").arg(address));
        return turnOff();
    }
    settings.setValue(u"online/address"_s, address);
    const QString host = QUrl(address).host();
    turnOn({.name = {host, host}, .address = address, .attribution = host}, {});
}

void OnlineMenu::turnOn(const TileService& service, const QString& key) {
    m_fetcher = std::make_unique<TileFetcher>(service, key);
    m_drawn = false;
    connect(m_fetcher.get(), &TileFetcher::arrived, this, [this] {
        if (!m_draw.isActive())
            m_draw.start();
    });
    connect(m_fetcher.get(), &TileFetcher::failed, this, &OnlineMenu::failed);
    m_fetcher->fetch(m_map.camera());
    Q_EMIT changed();
}

void OnlineMenu::turnOff() {
    m_off->setChecked(true);
    if (!m_fetcher)
        return;
    const std::unique_ptr<TileFetcher> gone = std::move(m_fetcher); // its tiles go when nobody draws them any more
    m_draw.stop();
    Q_EMIT changed();
}

std::optional<ReferenceLayer> OnlineMenu::layer() const {
    if (!m_fetcher || !m_fetcher->hasTiles())
        return std::nullopt;
    constexpr double strength = 0.6; // the tiers show through
    constexpr double lowest = -1e9;
    return ReferenceLayer{.key = u"online map"_s,
                          .name = m_fetcher->service().name,
                          .kind = ReferenceLayer::Kind::Raster,
                          .file = m_fetcher->folder(),
                          .datum = nameOf(m_fetcher->service().datum),
                          .source = m_fetcher->service().attribution,
                          .opacity = strength,
                          .level = lowest};
}

QString OnlineMenu::service() const {
    return m_fetcher ? m_fetcher->service().name.in(interfaceLanguage()) : QString();
}

} // namespace tiermap
