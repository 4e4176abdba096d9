#include "app/window/layer_menu.h"

#include "app/window/layer_dialog.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

LayerMenu::LayerMenu(QWidget& window, const OpenProject& project, EditGate& gate, FileMenu& files)
    : QObject(&window)
    , m_window(window)
    , m_project(project)
    , m_gate(gate)
    , m_files(files) {}

const ReferenceLayer* LayerMenu::find(const QString& layer) const {
    const QList<ReferenceLayer>& layers = m_project.content().layers;
    const auto found = std::ranges::find(layers, layer, &ReferenceLayer::key);
    return found == layers.end() ? nullptr : &*found;
}

void LayerMenu::apply(const Edit& edit) {
    if (edit.changes.isEmpty())
        return;
    if (const auto applied = m_gate.apply(edit); !applied)
        m_files.tell(applied.error());
}

void LayerMenu::show(const QString& layer, const QPoint& globalPosition) {
    const ReferenceLayer* known = find(layer);
    if (!known)
        return;
    auto* menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (known->kind == ReferenceLayer::Kind::Register)
        menu->addAction(tr("&Counts and Filter"), this, [=, this] { Q_EMIT countsWanted(layer); });
    else
        menu->addAction(tr("&Zoom to Layer"), this, [=, this] { Q_EMIT zoomWanted(layer); });
    menu->addAction(tr("&Properties…"), this, [=, this] { openDialog(layer); });
    menu->addAction(tr("Move &Up"), this, [=, this] { move(layer, 1); });
    menu->addAction(tr("Move &Down"), this, [=, this] { move(layer, -1); });
    menu->addSeparator();
    menu->addAction(tr("&Remove"), this, [=, this] { remove(layer); });
    menu->popup(globalPosition);
}

void LayerMenu::setShown(const QString& layer, bool shown) {
    const ReferenceLayer* known = find(layer);
    if (!known || known->shown == shown)
        return;
    apply({.changes = {setCell(Table::Layers, {layer}, u"shown"_s, qint64(shown))}});
}

void LayerMenu::openDialog(const QString& layer) {
    const ReferenceLayer* known = find(layer);
    if (!known)
        return;
    auto* dialog = new LayerDialog(*known, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { apply(dialog->edit()); });
    dialog->open();
}

/// Changes places with the next one.
void LayerMenu::move(const QString& layer, int steps) {
    QList<ReferenceLayer> layers = m_project.content().layers;
    std::ranges::stable_sort(layers, {}, &ReferenceLayer::level);
    const auto at = std::ranges::find(layers, layer, &ReferenceLayer::key) - layers.begin();
    const auto to = at + steps;
    if (at == layers.size() || to < 0 || to >= layers.size())
        return;
    layers.move(at, to);
    Edit edit;
    for (qsizetype i = 0; i < layers.size(); ++i) {
        if (layers[i].level != double(i))
            edit.changes << setCell(Table::Layers, {layers[i].key}, u"level"_s, double(i));
    }
    apply(edit);
}

void LayerMenu::remove(const QString& layer) { apply({.changes = {removeRow(Table::Layers, {layer})}}); }

} // namespace tiermap
