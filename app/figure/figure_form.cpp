#include "app/figure/figure_form.h"

#include "app/session/language.h"
#include "app/style/swatch.h"
#include "core/analysis/zone_figures.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTableWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The texts of a spec by their names in JSON.
QString* textIn(FigureSpec& spec, const QString& field) {
    const QHash<QString, QString*> texts{{u"title"_s, &spec.title},       {u"subtitle"_s, &spec.subtitle},
                                         {u"issuer"_s, &spec.issuer},     {u"author"_s, &spec.author},
                                         {u"date"_s, &spec.date},         {u"sheet_number"_s, &spec.sheetNumber},
                                         {u"security"_s, &spec.security}, {u"approval_number"_s, &spec.approvalNumber}};
    return texts.value(field);
}

bool* flagIn(FigureSpec& spec, const QString& field) {
    const QHash<QString, bool*> flags{{u"water"_s, &spec.water},           {u"neighbours"_s, &spec.neighbours},
                                      {u"sites"_s, &spec.sites},           {u"overview"_s, &spec.overview},
                                      {u"monochrome"_s, &spec.monochrome}, {u"georeferenced"_s, &spec.georeferenced}};
    return flags.value(field);
}

const QStringList& textFields() {
    static const QStringList fields{u"title"_s, u"subtitle"_s,     u"issuer"_s,   u"author"_s,
                                    u"date"_s,  u"sheet_number"_s, u"security"_s, u"approval_number"_s};
    return fields;
}

/// "1:50 000" and "50,000" too; what is no number is refused by the page, which says so.
double denominatorIn(const QString& text) {
    QString digits;
    for (const QChar character : text.section(u':', -1)) {
        if (character.isDigit())
            digits += character;
    }
    return digits.isEmpty() ? 1 : digits.toDouble();
}

const QStringList& flagFields() {
    static const QStringList fields{u"water"_s,    u"neighbours"_s, u"sites"_s,
                                    u"overview"_s, u"monochrome"_s, u"georeferenced"_s};
    return fields;
}

} // namespace

FigureForm::FigureForm(const Project& project, QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_layout(new QFormLayout(this))
    , m_words(new QTableWidget(0, 2, this))
    , m_colors(new QTreeWidget(this)) {
    arrange();
    retranslate();
    showSpec();
}

void FigureForm::add(const QString& field, QWidget* widget) {
    widget->setObjectName(field);
    m_fields.insert(field, widget);
    auto* label = new QLabel(this);
    label->setBuddy(widget);
    m_labels.insert(field, label);
    m_layout->addRow(label, widget);
}

void FigureForm::arrange() {
    for (const QString& field : {u"style"_s, u"extent"_s, u"scale"_s, u"projection"_s, u"size"_s, u"orientation"_s,
                                 u"language"_s, u"profile"_s, u"theme.font"_s}) {
        auto* box = new QComboBox(this);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        add(field, box);
        connect(box, &QComboBox::activated, this, [this, field] { tell(field); });
    }
    auto* size = qobject_cast<QComboBox*>(m_fields[u"size"_s]);
    size->setEditable(true); // millimetres may be typed
    size->setInsertPolicy(QComboBox::NoInsert);
    connect(size->lineEdit(), &QLineEdit::editingFinished, this, [this] { tell(u"size"_s); });
    auto* scale = qobject_cast<QComboBox*>(m_fields[u"scale"_s]);
    scale->setEditable(true);
    scale->setInsertPolicy(QComboBox::NoInsert);
    connect(scale->lineEdit(), &QLineEdit::editingFinished, this, [this] { tell(u"scale"_s); });
    auto* lines = new QDoubleSpinBox(this);
    lines->setRange(FigureTheme::thinnest, FigureTheme::thickest);
    lines->setSingleStep(0.25);
    lines->setKeyboardTracking(false);
    add(u"theme.lines"_s, lines);
    connect(lines, &QDoubleSpinBox::valueChanged, this, [this] { tell(u"theme.lines"_s); });
    auto* dpi = new QSpinBox(this);
    dpi->setRange(36, 1200);
    dpi->setKeyboardTracking(false);
    add(u"dpi"_s, dpi);
    connect(dpi, &QSpinBox::valueChanged, this, [this] { tell(u"dpi"_s); });
    for (const QString& field : textFields()) {
        auto* line = new QLineEdit(this);
        add(field, line);
        connect(line, &QLineEdit::textEdited, this, [this, field] { tell(field); });
    }
    for (const QString& field : flagFields()) {
        auto* box = new QCheckBox(this);
        box->setObjectName(field);
        m_fields.insert(field, box);
        m_layout->addRow(box);
        connect(box, &QCheckBox::toggled, this, [this, field] { tell(field); });
    }
    m_colors->setObjectName(u"theme.colors"_s);
    m_colors->setHeaderHidden(true);
    m_colors->setRootIsDecorated(false);
    m_colors->setIconSize(swatchSize);
    m_colors->setUniformRowHeights(true);
    m_colors->setMaximumHeight(7 * (swatchSize.height() + 8));
    m_fields.insert(u"theme.colors"_s, m_colors);
    auto* colors = new QLabel(this);
    colors->setBuddy(m_colors);
    m_labels.insert(u"theme.colors"_s, colors);
    m_layout->addRow(colors);
    m_layout->addRow(m_colors);
    connect(m_colors, &QTreeWidget::itemActivated, this, &FigureForm::chooseColor);
    m_colors->installEventFilter(this);
    m_words->setObjectName(u"legend_words"_s);
    m_words->verticalHeader()->hide();
    m_words->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_words->setTabKeyNavigation(false); // Tab goes on to the next field
    m_fields.insert(u"legend_words"_s, m_words);
    auto* words = new QLabel(this);
    words->setBuddy(m_words);
    m_labels.insert(u"legend_words"_s, words);
    m_layout->addRow(words);
    m_layout->addRow(m_words);
    connect(m_words, &QTableWidget::cellChanged, this, &FigureForm::takeLegendWord);
}

QString FigureForm::wordOf(const QString& field) const {
    const QHash<QString, QString> words{{u"style"_s, tr("S&hows:")},
                                        {u"scale"_s, tr("Scale &1:")},
                                        {u"projection"_s, tr("Pro&jection:")},
                                        {u"theme.font"_s, tr("F&ont:")},
                                        {u"theme.lines"_s, tr("Border wi&dths:")},
                                        {u"theme.colors"_s, tr("&Colours:")},
                                        {u"size"_s, tr("&Page:")},
                                        {u"orientation"_s, tr("&Way:")},
                                        {u"language"_s, tr("&Language:")},
                                        {u"extent"_s, tr("&Extent:")},
                                        {u"profile"_s, tr("&For:")},
                                        {u"dpi"_s, tr("&Dots per inch:")},
                                        {u"title"_s, tr("&Title:")},
                                        {u"subtitle"_s, tr("&Subtitle:")},
                                        {u"issuer"_s, tr("&Issued by:")},
                                        {u"author"_s, tr("D&rawn by:")},
                                        {u"date"_s, tr("D&ate:")},
                                        {u"sheet_number"_s, tr("Sheet &number:")},
                                        {u"security"_s, tr("Se&crecy:")},
                                        {u"approval_number"_s, tr("Appro&val number:")},
                                        {u"legend_words"_s, tr("Le&gend's words:")},
                                        {u"water"_s, tr("Water")},
                                        {u"neighbours"_s, tr("Neighbouring cities")},
                                        {u"sites"_s, tr("Platforms and bases")},
                                        {u"overview"_s, tr("Overview in the province")},
                                        {u"monochrome"_s, tr("Black and white")},
                                        {u"georeferenced"_s, tr("File says where the map lies")}};
    return words.value(field);
}

void FigureForm::retranslate() {
    m_showing = true;
    for (auto label = m_labels.cbegin(); label != m_labels.cend(); ++label)
        label.value()->setText(wordOf(label.key()));
    for (const QString& field : flagFields())
        qobject_cast<QCheckBox*>(m_fields[field])->setText(wordOf(field));
    const auto fill = [this](const QString& field, const QList<std::pair<QString, QVariant>>& items) {
        auto* box = qobject_cast<QComboBox*>(m_fields[field]);
        box->clear();
        for (const auto& [text, data] : items)
            box->addItem(text, data);
    };
    QList<std::pair<QString, QVariant>> sizes;
    const QHash<QString, QString> named{
        {u"slide"_s, tr("slide 16:9")}, {u"column"_s, tr("column 85 mm")}, {u"page"_s, tr("journal page 170 mm")}};
    for (const QString& size : pageSizes())
        sizes += {named.value(size, size), size};
    fill(u"size"_s, sizes);
    qobject_cast<QComboBox*>(m_fields[u"size"_s])->setToolTip(tr("Or millimetres, such as 210x148"));
    fill(u"orientation"_s, {{tr("landscape"), int(FigureSpec::Orientation::Landscape)},
                            {tr("portrait"), int(FigureSpec::Orientation::Portrait)}});
    QList<std::pair<QString, QVariant>> scales{{tr("as large as fits"), 0.0}};
    for (const double denominator : {50000.0, 100000.0, 200000.0, 250000.0, 500000.0, 1000000.0, 2000000.0})
        scales += {QLocale().toString(denominator, 'f', 0), denominator};
    fill(u"scale"_s, scales);
    qobject_cast<QComboBox*>(m_fields[u"scale"_s])->setToolTip(tr("Or any other denominator"));
    fill(u"projection"_s, {{tr("by the scale"), int(FigureSpec::MapProjection::ByScale)},
                           {tr("equal-area (conic)"), int(FigureSpec::MapProjection::EqualArea)},
                           {tr("Gauss-Krueger"), int(FigureSpec::MapProjection::GaussKrueger)}});
    QList<std::pair<QString, QVariant>> fonts{{tr("as usual"), QString()}};
    for (const QString& family : QFontDatabase::families(QFontDatabase::SimplifiedChinese))
        fonts += {family, family};
    fill(u"theme.font"_s, fonts);
    qobject_cast<QDoubleSpinBox*>(m_fields[u"theme.lines"_s])->setPrefix(u"× "_s);
    m_colors->setToolTip(tr("Double-click to choose; the usual colour again with Delete"));
    fill(u"language"_s, {{u"中文"_s, int(Language::Chinese)}, {u"English"_s, int(Language::English)}});
    fill(u"profile"_s, {{tr("nobody in particular"), -1},
                        {tr("internal use"), int(FigureSpec::Profile::Internal)},
                        {tr("the public"), int(FigureSpec::Profile::Public)}});
    m_words->setHorizontalHeaderLabels({tr("Of the style"), tr("Instead")});
    m_words->setToolTip(tr("What stands in the legend instead of a word of the style; numbers stay those of the data"));
    fillContents();
    fillZones();
    m_showing = false;
}

void FigureForm::refresh() {
    m_showing = true;
    fillContents();
    fillZones();
    m_showing = false;
    showSpec();
}

/// The layout, and each indicator that a district has a number for. A style that is not just one of these stays in the
/// list as what it is.
void FigureForm::fillContents() {
    auto* box = qobject_cast<QComboBox*>(m_fields[u"style"_s]);
    box->clear();
    box->addItem(tr("the layout of tiers"), QString());
    for (const Indicator& indicator : m_project.plan.indicators) {
        if (!periodsOf(m_project.plan, indicator.key).isEmpty())
            box->addItem(indicator.name.in(interfaceLanguage()), indicator.key);
    }
    box->addItem(tr("as on the map"), u"map"_s);
}

QString FigureForm::content() const {
    if (m_spec.figure != "map"_L1 || !m_spec.style)
        return {};
    const bool single = m_spec.style->indicators.size() == 1;
    const QString key = single ? m_spec.style->indicators.first() : QString();
    return single && *m_spec.style == suitableStyle(m_project.plan, key) ? key : u"map"_s;
}

void FigureForm::fillZones() {
    auto* box = qobject_cast<QComboBox*>(m_fields[u"extent"_s]);
    box->clear();
    box->addItem(tr("the whole plan"), QStringList());
    for (const Tier& tier : m_project.plan.tiers) {
        QStringList zones;
        for (const Zone& zone : m_project.plan.zonesOf(tier.key))
            zones += zone.code;
        if (!zones.isEmpty())
            box->addItem(tier.name.in(interfaceLanguage()), zones);
    }
    for (const Zone& zone : m_project.plan.layoutZones())
        box->addItem(zone.name.in(interfaceLanguage()), QStringList{zone.code});
}

void FigureForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showSpec();
}

/// Delete gives the usual colour again.
bool FigureForm::eventFilter(QObject* watched, QEvent* event) {
    const QTreeWidgetItem* item = m_colors->currentItem();
    if (watched != m_colors || event->type() != QEvent::KeyPress || !item ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Delete)
        return QWidget::eventFilter(watched, event);
    setColor(item->data(0, Qt::UserRole).toString(), {});
    return true;
}

void FigureForm::setSpec(const FigureSpec& spec) {
    m_spec = spec;
    showSpec();
}

void FigureForm::showSpec() {
    m_showing = true;
    const auto choose = [this](const QString& field, const QVariant& data) {
        auto* box = qobject_cast<QComboBox*>(m_fields[field]);
        box->setCurrentIndex(box->findData(data));
    };
    if (content() == "map"_L1)
        m_map = m_spec.style;
    choose(u"style"_s, content());
    choose(u"size"_s, m_spec.size);
    auto* size = qobject_cast<QComboBox*>(m_fields[u"size"_s]);
    if (size->currentIndex() < 0)
        size->setEditText(m_spec.size);
    choose(u"orientation"_s, int(m_spec.orientation));
    choose(u"language"_s, int(m_spec.language));
    choose(u"extent"_s, m_spec.extent);
    choose(u"profile"_s, m_spec.profile ? int(*m_spec.profile) : -1);
    choose(u"projection"_s, int(m_spec.projection));
    choose(u"scale"_s, m_spec.scale);
    auto* scale = qobject_cast<QComboBox*>(m_fields[u"scale"_s]);
    if (scale->currentIndex() < 0)
        scale->setEditText(QLocale().toString(m_spec.scale, 'f', 0));
    auto* font = qobject_cast<QComboBox*>(m_fields[u"theme.font"_s]);
    if (font->findData(m_spec.theme.font) < 0) // not on this machine, as the page says
        font->addItem(m_spec.theme.font, m_spec.theme.font);
    choose(u"theme.font"_s, m_spec.theme.font);
    qobject_cast<QDoubleSpinBox*>(m_fields[u"theme.lines"_s])->setValue(m_spec.theme.lines);
    showColors();
    qobject_cast<QSpinBox*>(m_fields[u"dpi"_s])->setValue(m_spec.dpi);
    for (const QString& field : textFields()) {
        auto* line = qobject_cast<QLineEdit*>(m_fields[field]);
        if (const QString& text = *textIn(m_spec, field); line->text() != text)
            line->setText(text);
    }
    for (const QString& field : flagFields())
        qobject_cast<QCheckBox*>(m_fields[field])->setChecked(*flagIn(m_spec, field));
    m_showing = false;
    showLegendWords();
}

void FigureForm::showColors() {
    const Theme theme = themed(Theme::paper(), m_spec.theme);
    const QHash<QString, QString> words{{u"land"_s, tr("ground")},
                                        {u"water"_s, tr("water")},
                                        {u"neighbour"_s, tr("borders around")},
                                        {u"graticule"_s, tr("graticule")},
                                        {u"zone_border"_s, tr("borders of zones")},
                                        {u"tier_border"_s, tr("borders of tiers")},
                                        {u"outline"_s, tr("city boundary")},
                                        {u"text"_s, tr("text")},
                                        {u"quiet_text"_s, tr("notes")},
                                        {u"water_text"_s, tr("names of water")},
                                        {u"halo"_s, tr("around names")},
                                        {u"site"_s, tr("platforms and bases")},
                                        {u"points"_s, tr("register points")}};
    while (m_colors->topLevelItemCount() < themeColors().size())
        new QTreeWidgetItem(m_colors);
    for (int row = 0; row < m_colors->topLevelItemCount(); ++row) {
        const QString name = themeColors()[row];
        const QColor color = colorOf(theme, name);
        QTreeWidgetItem* item = m_colors->topLevelItem(row);
        item->setData(0, Qt::UserRole, name);
        item->setText(0, m_spec.theme.colors.contains(name) ? tr("%1: %2").arg(words.value(name), color.name())
                                                            : words.value(name));
        item->setIcon(0, swatch(fillSwatch({.fill = color}), devicePixelRatioF()));
    }
}

void FigureForm::setColor(const QString& name, const QColor& color) {
    if (color.isValid())
        m_spec.theme.colors.insert(name, color);
    else
        m_spec.theme.colors.remove(name);
    showColors();
    Q_EMIT changed(m_spec, {});
}

void FigureForm::chooseColor(const QTreeWidgetItem* item) {
    const QString name = item->data(0, Qt::UserRole).toString();
    auto* dialog = new QColorDialog(colorOf(themed(Theme::paper(), m_spec.theme), name), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this, name](const QColor& color) { setColor(name, color); });
    dialog->open();
}

void FigureForm::setLegendWords(const QStringList& computed) {
    m_computed = computed;
    showLegendWords();
}

/// Those of the legend, and then those that it does not say any more. Rows that stay are kept, for one of them may be
/// under a person's cursor.
void FigureForm::showLegendWords() {
    m_showing = true;
    QStringList keys = m_computed;
    for (const QString& key : m_spec.legendWords.keys()) {
        if (!keys.contains(key))
            keys += key;
    }
    m_words->setRowCount(int(keys.size()));
    for (int row = 0; row < keys.size(); ++row) {
        for (const int column : {0, 1}) {
            if (!m_words->item(row, column))
                m_words->setItem(row, column, new QTableWidgetItem);
        }
        QTableWidgetItem* computed = m_words->item(row, 0);
        computed->setText(keys[row]);
        computed->setToolTip(keys[row]);
        computed->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_words->item(row, 1)->setText(m_spec.legendWords.value(keys[row]));
    }
    m_showing = false;
}

/// Each word is a step of its own to be undone.
void FigureForm::takeLegendWord(int row) {
    if (m_showing)
        return;
    const QString key = m_words->item(row, 0)->text();
    const QString own = m_words->item(row, 1)->text().trimmed();
    if (own == m_spec.legendWords.value(key))
        return;
    if (own.isEmpty())
        m_spec.legendWords.remove(key);
    else
        m_spec.legendWords.insert(key, own);
    Q_EMIT changed(m_spec, {});
}

void FigureForm::tell(const QString& field) {
    if (m_showing)
        return;
    const auto data = [this, &field] { return qobject_cast<QComboBox*>(m_fields[field])->currentData(); };
    const QByteArray before = toJson(m_spec);
    if (QString* text = textIn(m_spec, field)) {
        *text = qobject_cast<QLineEdit*>(m_fields[field])->text();
    } else if (bool* flag = flagIn(m_spec, field)) {
        *flag = qobject_cast<QCheckBox*>(m_fields[field])->isChecked();
    } else if (field == "style"_L1) {
        const QString wanted = data().toString();
        const bool isMap = !wanted.isEmpty() && (wanted != "map"_L1 || m_map);
        m_spec.figure = isMap ? u"map"_s : u"layout"_s;
        m_spec.style = !isMap               ? std::nullopt
                       : wanted == "map"_L1 ? m_map
                                            : std::optional(suitableStyle(m_project.plan, wanted));
    } else if (field == "size"_L1) {
        auto* box = qobject_cast<QComboBox*>(m_fields[field]);
        const int known = box->findText(box->currentText());
        m_spec.size = known >= 0 ? box->itemData(known).toString() : box->currentText().trimmed();
    } else if (field == "scale"_L1) {
        auto* box = qobject_cast<QComboBox*>(m_fields[field]);
        const int known = box->findText(box->currentText());
        const QString typed = box->currentText();
        m_spec.scale = known >= 0 ? box->itemData(known).toDouble() : denominatorIn(typed);
    } else if (field == "projection"_L1) {
        m_spec.projection = FigureSpec::MapProjection(data().toInt());
    } else if (field == "theme.font"_L1) {
        m_spec.theme.font = data().toString();
    } else if (field == "theme.lines"_L1) {
        m_spec.theme.lines = qobject_cast<QDoubleSpinBox*>(m_fields[field])->value();
    } else if (field == "orientation"_L1) {
        m_spec.orientation = FigureSpec::Orientation(data().toInt());
    } else if (field == "language"_L1) {
        m_spec.language = Language(data().toInt());
    } else if (field == "extent"_L1) {
        m_spec.extent = data().toStringList();
    } else if (field == "profile"_L1) {
        m_spec.profile = data().toInt() < 0 ? std::nullopt : std::optional(FigureSpec::Profile(data().toInt()));
    } else {
        m_spec.dpi = qobject_cast<QSpinBox*>(m_fields[field])->value();
    }
    // What somebody put somewhere was for the page as it was.
    if (field == "size"_L1 || field == "orientation"_L1)
        m_spec.places.clear();
    if (toJson(m_spec) != before)
        Q_EMIT changed(m_spec, field);
}

void FigureForm::focusField(const QString& field) {
    if (QWidget* widget = m_fields.value(field))
        widget->setFocus(Qt::OtherFocusReason);
}

} // namespace tiermap
