#pragma once

#include "maps/figure/figure_spec.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTableWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace tiermap {

/// Everything that a figure's spec says, as fields.
class FigureForm : public QWidget {
    Q_OBJECT

public:
    FigureForm(const Project& project, QWidget* parent = nullptr);

    void setSpec(const FigureSpec& spec);
    const FigureSpec& spec() const { return m_spec; }
    void setLegendWords(const QStringList& computed); ///< Sheet::legendWords
    void focusField(const QString& field);            ///< as the spec's JSON calls it
    void refresh();                                   ///< after the project has changed

Q_SIGNALS:
    void changed(const tiermap::FigureSpec& spec, const QString& field);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showSpec();
    void add(const QString& field, QWidget* widget);
    void tell(const QString& field);
    void fillZones();
    void fillContents();
    void showLegendWords();
    void takeLegendWord(int row);
    void showColors();
    void setColor(const QString& name, const QColor& color); ///< not a valid one: the usual
    void chooseColor(const QTreeWidgetItem* item);
    QString content() const;
    QString wordOf(const QString& field) const;

    const Project& m_project;
    FigureSpec m_spec;
    std::optional<LayerStyle> m_map{}; ///< what is not just the usual map of one indicator
    bool m_showing = false;            ///< the fields follow the spec, not a person
    QFormLayout* m_layout;
    QTableWidget* m_words;
    QTreeWidget* m_colors;
    QStringList m_computed{}; ///< words of the legend
    QMap<QString, QWidget*> m_fields{};
    QMap<QString, QLabel*> m_labels{};
};

} // namespace tiermap
