#include "app/edit/cell_editor.h"

#include "app/edit/attribute_model.h"
#include "app/edit/period_edit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The characters that numbers are made of, full-width ones among them; what they amount to the model reads.
const QRegularExpression& numberCharacters() {
    static const QRegularExpression characters(u"[0-9０-９.,'．，\\h+\\-−－eE<>=~≥≤≈＜＞＝～约余–]*"_s);
    return characters;
}

} // namespace

QWidget* CellEditor::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QStringList choices = index.data(AttributeModel::ChoiceWordsRole).toStringList();
    if (!choices.isEmpty()) {
        auto* list = new QComboBox(parent);
        list->addItems(choices);
        list->setMaxVisibleItems(20);
        // Choosing is deciding: no second key or click is needed.
        connect(list, &QComboBox::activated, this, [this, list] {
            auto* self = const_cast<CellEditor*>(this);
            Q_EMIT self->commitData(list);
            Q_EMIT self->closeEditor(list);
        });
        return list;
    }
    QWidget* editor = index.data(AttributeModel::FieldRole) == u"period"_s
                          ? new PeriodEdit(parent)
                          : QStyledItemDelegate::createEditor(parent, option, index);
    auto* line = qobject_cast<QLineEdit*>(editor);
    const QString hint = index.data(AttributeModel::HintRole).toString();
    if (line != nullptr) {
        line->setPlaceholderText(hint);
        line->setToolTip(hint);
    }
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    if (line != nullptr && alignment.testFlag(Qt::AlignRight)) {
        line->setAlignment(alignment);
        line->setValidator(new QRegularExpressionValidator(numberCharacters(), line));
    }
    return editor;
}

void CellEditor::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* list = qobject_cast<QComboBox*>(editor)) {
        const QStringList values = index.data(AttributeModel::ChoiceValuesRole).toStringList();
        list->setCurrentIndex(static_cast<int>(values.indexOf(index.data(Qt::EditRole).toString())));
        return;
    }
    QStyledItemDelegate::setEditorData(editor, index);
}

void CellEditor::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto* list = qobject_cast<QComboBox*>(editor)) {
        const QStringList values = index.data(AttributeModel::ChoiceValuesRole).toStringList();
        if (list->currentIndex() >= 0 && list->currentIndex() < values.size()) {
            model->setData(index, values[list->currentIndex()]);
        }
        return;
    }
    // Leaving a cell as it was asks for nothing, so it cannot be refused either.
    if (const auto* line = qobject_cast<QLineEdit*>(editor);
        line != nullptr && line->text() != index.data(Qt::EditRole).toString()) {
        model->setData(index, line->text());
    }
}

void CellEditor::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    // A narrow column must not cut off what is typed or chosen.
    QRect place = editor->geometry();
    place.setWidth(qMax(place.width(), qMin(editor->sizeHint().width(), 320)));
    if (const QWidget* view = editor->parentWidget(); view != nullptr && place.right() > view->width()) {
        place.moveRight(view->width());
    }
    editor->setGeometry(place);
}

} // namespace tiermap
