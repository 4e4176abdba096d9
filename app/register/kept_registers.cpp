#include "app/register/kept_registers.h"

#include "app/session/words.h"

#include <algorithm>

namespace tiermap {

namespace {

/// Colour, name and place in the list need no reading.
bool sameRows(const ReferenceLayer& one, const ReferenceLayer& other) {
    return one.key == other.key && one.file == other.file && one.choices == other.choices && one.datum == other.datum;
}

} // namespace

KeptRegisters::KeptRegisters(const OpenProject& project, const PlanShapes& shapes, QObject* parent)
    : QObject(parent)
    , m_project(project)
    , m_shapes(shapes) {
    m_thread.setMaxThreadCount(1);
}

KeptRegisters::~KeptRegisters() {
    m_stopped = true;
    m_thread.clear();
    m_thread.waitForDone();
}

void KeptRegisters::follow(const QString& besides) {
    std::vector<Kept> before = std::exchange(m_shown, {});
    for (const ReferenceLayer& layer : m_project.content().layers) {
        if (layer.kind != ReferenceLayer::Kind::Register || !layer.shown || layer.key == besides)
            continue;
        const auto known = std::ranges::find_if(before, [&](const Kept& kept) { return sameRows(kept.layer, layer); });
        if (known == before.end())
            read(layer);
        m_shown.push_back(known == before.end() ? Kept{layer} : Kept{layer, known->read, known->waits, known->finds});
    }
}

void KeptRegisters::readAnew() {
    ++m_round;
    for (Kept& kept : m_shown) {
        kept.waits = true;
        read(kept.layer);
    }
}

bool KeptRegisters::isReading() const { return std::ranges::any_of(m_shown, &Kept::waits); }

void KeptRegisters::read(const ReferenceLayer& layer) {
    m_thread.start([this, layer, round = m_round.load(), project = m_project.content(), shapes = m_shapes] {
        const auto goesOn = [&] { return !m_stopped && round == m_round; };
        const auto result = choicesOf(layer).and_then([&](const RegisterChoices& choices) {
            return loadRegister(project, shapes, fileOf(layer, project.file), choices, [&](double) { return goesOn(); })
                .transform([&](const RegisterPoints& points) {
                    Read read{.points = std::make_shared<const RegisterPoints>(points)};
                    if (auto finds = findsOf(project.plan, shapes, points, choices, goesOn))
                        read.finds = std::make_shared<const RegisterFinds>(*std::move(finds));
                    else
                        read.problem = finds.error();
                    return read;
                });
        });
        QMetaObject::invokeMethod(this, [this, round, layer, result] { take(round, layer, result); });
    });
}

void KeptRegisters::take(int round, const ReferenceLayer& layer, const Result<Read>& read) {
    if (round != m_round)
        return;
    const auto kept = std::ranges::find_if(m_shown, [&](const Kept& each) { return sameRows(each.layer, layer); });
    if (kept == m_shown.end())
        return; // hidden or changed by now
    kept->waits = false;
    if (read) {
        kept->read = read->points;
        kept->finds = read->finds;
        if (read->problem) // its rows are drawn all the same
            Q_EMIT unreadable(sentence(*read->problem));
    } else {
        Q_EMIT unreadable(sentence(read.error()));
    }
    Q_EMIT changed();
}

} // namespace tiermap
