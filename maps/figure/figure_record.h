#pragma once

#include "core/project/project.h"
#include "maps/figure/figure_spec.h"

namespace tiermap {

/// One thing of the project that a figure shows.
struct DrawnValue {
    QString of;    ///< Zone::code, Site::key or the name of a layer
    QString what;  ///< "tier", "place", "rows", or an indicator's key and period: "gdp 2024"
    QString value; ///< as the project has it; empty where it has none

    friend bool operator==(const DrawnValue&, const DrawnValue&) = default;
};

/// What a figure's file says of itself: which plan, which spec, and every value that is drawn, so that anybody can find
/// out later whether the project still says the same. It holds no time: equal figures have equal bytes.
struct FigureRecord {
    QString program; ///< with its version
    QString plan;    ///< its title
    QByteArray spec; ///< JSON
    QStringList periods{};
    QString boundaries{}; ///< hash of the zones' shapes
    QList<DrawnValue> values{};
    QString bookmark{}; ///< its name, where it is a page of a book
};

/// Of the spec as it is drawn: with its style, where the figure has one.
FigureRecord recordOf(const Project& project, const FigureSpec& spec);

/// A hash of the spec (SHA-256, the first 16 digits): equal specs have equal ones.
QString specHash(const FigureRecord& record);

QByteArray toJson(const FigureRecord& record);
QByteArray toJson(const QList<FigureRecord>& pages); ///< of a book

/// What the file of a PDF, SVG or PNG figure says: one record, or that of every page of a book. FileUnreadable,
/// FigureUnmarked, SyntaxError, FieldType.
Result<QList<FigureRecord>> readFigureRecords(const QString& file);

struct FigureChange {
    QString of;
    QString what;
    QString before; ///< empty: it was not there
    QString now;    ///< empty: it is not there any more
};

/// What the project says otherwise than the figure: moved values, and "boundaries" where shapes differ.
QList<FigureChange> changesSince(const FigureRecord& then, const FigureRecord& now);

} // namespace tiermap
