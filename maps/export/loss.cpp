#include "maps/export/loss.h"

#include "maps/export/short_names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<Loss::Kind>> namesOf() {
    using enum Loss::Kind;
    static constexpr Name<Loss::Kind> names[] = {{Outlines, "outlines"_L1},      {DatumUnstated, "datum_unstated"_L1},
                                                 {DatumWgs84, "datum_wgs84"_L1}, {FieldNames, "field_names"_L1},
                                                 {TextCut, "text_cut"_L1},       {Guessed, "guessed"_L1},
                                                 {Controls, "controls"_L1},      {Digits, "digits"_L1},
                                                 {EmptyText, "empty_text"_L1},   {BlankEnds, "blank_ends"_L1}};
    return names;
}

namespace {

class Losses {
public:
    Losses(const TableFacts& facts, const FileFormat& format)
        : m_facts(facts)
        , m_format(format) {}

    QList<Loss> all() {
        addShapes();
        addNames();
        if (m_format.longestText > 0) {
            add(Loss::Kind::TextCut, m_format.name == "xlsx"_L1 ? &ColumnFacts::beyondSheet : &ColumnFacts::beyondDbf,
                {QString::number(m_format.longestText)});
        }
        const bool sheet = m_format.shapes == FileFormat::Shapes::None;
        if (!m_format.typed) {
            add(Loss::Kind::Guessed, &ColumnFacts::guessed, {example(&ColumnFacts::guess)});
            add(Loss::Kind::Controls, &ColumnFacts::carriageReturns);
        } else if (sheet || m_format.name == "kml"_L1) {
            add(Loss::Kind::Controls, &ColumnFacts::controls);
        }
        if (m_format.name == "xlsx"_L1) {
            add(Loss::Kind::Guessed, &ColumnFacts::retyped, {example(&ColumnFacts::retype)});
            add(Loss::Kind::Digits, &ColumnFacts::longNumbers);
        }
        if (sheet || m_format.name == "shp"_L1) {
            add(Loss::Kind::EmptyText, &ColumnFacts::emptyTexts);
        }
        if (m_format.name == "shp"_L1) {
            add(Loss::Kind::BlankEnds, &ColumnFacts::blankEnds);
        }
        return m_losses;
    }

private:
    void addShapes() {
        if (m_format.shapes == FileFormat::Shapes::None) {
            addCount(Loss::Kind::Outlines, m_facts.lines + m_facts.polygons);
            addCount(Loss::Kind::DatumUnstated, m_facts.points);
            addCount(Loss::Kind::Digits, m_format.typed ? m_facts.longPositions : 0);
        } else if (!m_format.statesCgcs2000) {
            addCount(Loss::Kind::DatumWgs84, m_facts.shapes());
        }
        if (m_format.name == "kml"_L1) {
            addCount(Loss::Kind::Digits, m_facts.shapes());
        }
    }

    void addNames() {
        QStringList names;
        for (const Column& column : columnsOf(m_facts.table)) {
            names << column.name;
        }
        const QStringList brief = shortNames(names);
        QStringList shortened;
        for (qsizetype i = 0; m_format.longestName > 0 && i < names.size(); ++i) {
            if (brief[i] != names[i]) {
                shortened << brief[i] + u" = "_s + names[i];
            }
        }
        if (!shortened.isEmpty()) {
            m_losses << Loss{.kind = Loss::Kind::FieldNames, .count = shortened.size(), .arguments = shortened};
        }
    }

    void addCount(Loss::Kind kind, qint64 count) {
        if (count > 0) {
            m_losses << Loss{.kind = kind, .count = count};
        }
    }

    void add(Loss::Kind kind, qint64 ColumnFacts::* fact, const QStringList& arguments = {}) {
        Loss loss{.kind = kind, .arguments = arguments};
        const auto columns = columnsOf(m_facts.table);
        for (qsizetype i = 0; i < m_facts.columns.size(); ++i) {
            if (const qint64 count = m_facts.columns[i].*fact; count > 0) {
                loss.count += count;
                loss.columns << columns[static_cast<std::size_t>(i)].name;
            }
        }
        if (loss.count > 0) {
            m_losses << loss;
        }
    }

    QString example(QString ColumnFacts::* text) const {
        const auto column =
            std::ranges::find_if(m_facts.columns, [&](const ColumnFacts& facts) { return !(facts.*text).isEmpty(); });
        return column == m_facts.columns.end() ? QString() : (*column).*text;
    }

    const TableFacts& m_facts;
    const FileFormat& m_format;
    QList<Loss> m_losses;
};

} // namespace

QList<Loss> lossesOf(const TableFacts& facts, const FileFormat& format) { return Losses(facts, format).all(); }

Obstacle obstacleOf(const TableFacts& facts, const FileFormat& format) {
    if (!format.tables && !holdsShapes(facts.table)) {
        return Obstacle::NoShapes;
    }
    if (format.shapes == FileFormat::Shapes::OneKind && facts.kindsOfShapes() > 1) {
        return Obstacle::SeveralKinds;
    }
    return format.mostRows >= 0 && facts.rows > format.mostRows ? Obstacle::TooManyRows : Obstacle::None;
}

} // namespace tiermap
