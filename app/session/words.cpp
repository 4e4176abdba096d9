#include "app/session/words.h"

#include "app/session/language.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString words(const char* text) { return QCoreApplication::translate("Problem", text); }

QString valueWords(const char* text) { return QCoreApplication::translate("Value", text); }

/// What a value should be, or should name.
QString kindWords(const QString& kind) {
    static constexpr const char* kinds[] = {
        QT_TRANSLATE_NOOP("Kind", "number"),   QT_TRANSLATE_NOOP("Kind", "text"),
        QT_TRANSLATE_NOOP("Kind", "list"),     QT_TRANSLATE_NOOP("Kind", "object"),
        QT_TRANSLATE_NOOP("Kind", "date"),     QT_TRANSLATE_NOOP("Kind", "period"),
        QT_TRANSLATE_NOOP("Kind", "geometry"), QT_TRANSLATE_NOOP("Kind", "point"),
        QT_TRANSLATE_NOOP("Kind", "zone"),     QT_TRANSLATE_NOOP("Kind", "indicator"),
        QT_TRANSLATE_NOOP("Kind", "tier"),     QT_TRANSLATE_NOOP("Kind", "city"),
        QT_TRANSLATE_NOOP("Kind", "district"), QT_TRANSLATE_NOOP("Kind", "coordinate system"),
        QT_TRANSLATE_NOOP("Kind", "amount"),   QT_TRANSLATE_NOOP("Kind", "style"),
        QT_TRANSLATE_NOOP("Kind", "layer"),    QT_TRANSLATE_NOOP("Kind", "target"),
        QT_TRANSLATE_NOOP("Kind", "scenario")};
    for (const char* known : kinds) {
        if (kind == QLatin1StringView(known))
            return QCoreApplication::translate("Kind", known);
    }
    return kind; // a parser's own word
}

} // namespace

QString reasonWords(const QString& reason) {
    static constexpr const char* reasons[] = {
        QT_TRANSLATE_NOOP("Reason", "no regular file"),
        QT_TRANSLATE_NOOP("Reason", "the file is empty"),
        QT_TRANSLATE_NOOP("Reason", "the folder holds no tiles {z}/{x}/{y}"),
        QT_TRANSLATE_NOOP("Reason", "the file is no text"),
        QT_TRANSLATE_NOOP("Reason", "a line is longer than 64 MiB"),
        QT_TRANSLATE_NOOP("Reason", "more than 4096 fields"),
        QT_TRANSLATE_NOOP("Reason", "a quotation mark is never closed: the file may be cut off"),
        QT_TRANSLATE_NOOP("Reason", "no path of a local file"),
        QT_TRANSLATE_NOOP("Reason", "a folder that is no file geodatabase"),
        QT_TRANSLATE_NOOP("Reason", "another program is writing to it"),
        QT_TRANSLATE_NOOP("Reason", "there is no layer in it"),
        QT_TRANSLATE_NOOP("Reason", "there is too much packed into the file"),
        QT_TRANSLATE_NOOP("Reason", "reading it broke off"),
        QT_TRANSLATE_NOOP("Reason", "it does not say where its pixels lie; a world file beside it would"),
        QT_TRANSLATE_NOOP("Reason", "it names no coordinate system"),
        QT_TRANSLATE_NOOP("Reason", "polygons are expected"),
        QT_TRANSLATE_NOOP("Reason", "it crosses itself"),
        QT_TRANSLATE_NOOP("Reason", "points are expected"),
        QT_TRANSLATE_NOOP("Reason", "the coordinates are no numbers"),
        QT_TRANSLATE_NOOP("Reason", "its two coordinates are swapped"),
        QT_TRANSLATE_NOOP("Reason", "its latitude is beyond 90 or its longitude beyond 180 degrees"),
        QT_TRANSLATE_NOOP("Reason", "it lies outside of its coordinate system")};
    for (const char* known : reasons) {
        if (reason == QLatin1StringView(known))
            return QCoreApplication::translate("Reason", known);
    }
    return reason;
}

namespace {

QString what(const Problem& problem) {
    const auto argument = [&](qsizetype index) { return problem.arguments.value(index); };
    switch (problem.code) {
    case Problem::Code::FileMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "there is no such file"));
    case Problem::Code::FileUnreadable:
        return words(QT_TRANSLATE_NOOP("Problem", "the file cannot be read (%1)")).arg(argument(0));
    case Problem::Code::FileExists:
        return words(QT_TRANSLATE_NOOP("Problem", "the file is there already; nothing was changed"));
    case Problem::Code::FileUnwritable:
        return words(QT_TRANSLATE_NOOP("Problem", "the file cannot be written (%1); nothing was changed"))
            .arg(argument(0));
    case Problem::Code::SyntaxError:
        return words(QT_TRANSLATE_NOOP("Problem", "it is not well-formed (%1)")).arg(argument(0));
    case Problem::Code::FieldMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "a value is required here"));
    case Problem::Code::SourceMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "a new value needs a source; name it in the field \"Source\""));
    case Problem::Code::ReasonMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "where there is no value, there must be a reason; write it into "
                                                  "\"Missing because\""));
    case Problem::Code::PositionHalf:
        return words(QT_TRANSLATE_NOOP("Problem", "a position needs longitude and latitude; write both, like "
                                                  "\"120.21, 30.25\""));
    case Problem::Code::BlockTooLarge:
        return words(QT_TRANSLATE_NOOP("Problem", "%1 rows and %2 columns do not fit here, where %3 rows and %4 "
                                                  "columns are left; nothing was pasted"))
            .arg(argument(0), argument(1), argument(2), argument(3));
    case Problem::Code::FieldType:
        return words(QT_TRANSLATE_NOOP("Problem", "the value is not of the kind \"%1\"")).arg(kindWords(argument(0)));
    case Problem::Code::FieldUnknown:
        return words(QT_TRANSLATE_NOOP("Problem", "nothing is called so here; known are: %1")).arg(argument(0));
    case Problem::Code::PictureTooLarge:
        return words(
                   QT_TRANSLATE_NOOP("Problem", "the picture would have %1 million pixels; %2 million can be written"))
            .arg(argument(0), argument(1));
    case Problem::Code::FigureUnmarked:
        return words(QT_TRANSLATE_NOOP("Problem", "the file does not say which figure it is: it was not written by "
                                                  "Tiermap, or something took that out"));
    case Problem::Code::ValueUnknown:
        return words(QT_TRANSLATE_NOOP("Problem", "\"%1\" is not one of: %2")).arg(argument(0), argument(1));
    case Problem::Code::DuplicateKey:
        return words(QT_TRANSLATE_NOOP("Problem", "\"%1\" occurs twice")).arg(argument(0));
    case Problem::Code::ReferenceUnknown:
        return words(QT_TRANSLATE_NOOP("Problem", "\"%1\" names no %2")).arg(argument(0), kindWords(argument(1)));
    case Problem::Code::AdoptedTwice:
        return words(QT_TRANSLATE_NOOP("Problem", "two values are adopted for %1; only one may be")).arg(argument(0));
    case Problem::Code::GeometryMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "zone %1 has no shape")).arg(argument(0));
    case Problem::Code::GeometryInvalid:
        return words(QT_TRANSLATE_NOOP("Problem", "the shape of %1 is not valid (%2)")).arg(argument(0), argument(1));
    case Problem::Code::NotAProject:
        return words(QT_TRANSLATE_NOOP("Problem", "this is not a Tiermap project"));
    case Problem::Code::SchemaTooNew:
        return words(QT_TRANSLATE_NOOP("Problem", "the project was made by a newer Tiermap (schema %1, this program "
                                                  "reads up to %2); please update"))
            .arg(argument(0), argument(1));
    case Problem::Code::DatabaseError:
        return words(QT_TRANSLATE_NOOP("Problem", "the database refused: %1")).arg(argument(0));
    case Problem::Code::ProjectDamaged: {
        const QString damage = argument(0).isEmpty()
                                   ? words(QT_TRANSLATE_NOOP("Problem", "the file is damaged"))
                                   : words(QT_TRANSLATE_NOOP("Problem", "the file is damaged (%1)")).arg(argument(0));
        return argument(1).isEmpty()
                   ? damage
                   : words(QT_TRANSLATE_NOOP("Problem", "%1; its last good state, of %3, is kept in %2"))
                         .arg(damage, argument(1), argument(2));
    }
    case Problem::Code::ProjectBusy:
        return words(QT_TRANSLATE_NOOP("Problem", "another program has locked the file; please try again"));
    case Problem::Code::ProjectHeld:
        return words(QT_TRANSLATE_NOOP("Problem", "it is open for editing in %1 on %2; where that is no longer so, "
                                                  "remove %3"))
            .arg(argument(0), argument(1), argument(2));
    case Problem::Code::ReadOnly:
        return argument(0).isEmpty() ? words(QT_TRANSLATE_NOOP("Problem", "it can only be read"))
                                     : words(QT_TRANSLATE_NOOP("Problem", "it can only be read (%1)")).arg(argument(0));
    case Problem::Code::Conflict:
        return words(QT_TRANSLATE_NOOP("Problem", "the value is now \"%3\", not \"%2\" (%1)"))
            .arg(argument(0), argument(1), argument(2));
    case Problem::Code::RowMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "%1 has no row \"%2\"")).arg(argument(0), argument(1));
    case Problem::Code::StillUsed:
        return words(QT_TRANSLATE_NOOP("Problem", "\"%1\" cannot go: other rows refer to it")).arg(argument(0));
    case Problem::Code::OutOfRange:
        return argument(2).isEmpty()
                   ? words(QT_TRANSLATE_NOOP("Problem", "%1 is less than %2")).arg(argument(0), argument(1))
               : argument(1).isEmpty()
                   ? words(QT_TRANSLATE_NOOP("Problem", "%1 is more than %2")).arg(argument(0), argument(2))
                   : words(QT_TRANSLATE_NOOP("Problem", "%1 does not lie between %2 and %3"))
                         .arg(argument(0), argument(1), argument(2));
    case Problem::Code::NothingToUndo:
        return words(QT_TRANSLATE_NOOP("Problem", "there is nothing to undo"));
    case Problem::Code::NothingToRedo:
        return words(QT_TRANSLATE_NOOP("Problem", "there is nothing to redo"));
    case Problem::Code::FormatUnreadable:
        // GDAL's sentence that no driver knows the file gives no reason and the path once more.
        return argument(0).contains("not recognized as being in a supported file format"_L1)
                   ? words(QT_TRANSLATE_NOOP("Problem", "it is of no format that can be read here, or it is damaged"))
                   : words(QT_TRANSLATE_NOOP("Problem", "the format cannot be read (%1)"))
                         .arg(reasonWords(argument(0)));
    case Problem::Code::NothingUsed:
        return words(QT_TRANSLATE_NOOP("Problem", "no row of it could be used"));
    case Problem::Code::ZonesUnnamed:
        return words(QT_TRANSLATE_NOOP("Problem", "no column names zones of this plan, by code or name"));
    case Problem::Code::PlacesMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "no site of this plan has coordinates, which such a map is made of"));
    case Problem::Code::OptionUnused:
        return words(QT_TRANSLATE_NOOP("Problem", "it changes nothing beside \"%1\"; leave it out")).arg(argument(0));
    case Problem::Code::CountWrong:
        return argument(1) == argument(2)
                   ? words(QT_TRANSLATE_NOOP("Problem", "%1 are given, and it takes %2")).arg(argument(0), argument(1))
                   : words(QT_TRANSLATE_NOOP("Problem", "%1 are given, and it takes %2 to %3"))
                         .arg(argument(0), argument(1), argument(2));
    case Problem::Code::UnitsDiffer:
        return words(QT_TRANSLATE_NOOP("Problem", "%1 is in %2, another one in %3: they are no parts of one whole"))
            .arg(argument(0), argument(1), argument(2));
    case Problem::Code::NothingDiffers:
        return words(
            QT_TRANSLATE_NOOP("Problem", "no indicator has numbers that differ between zones for this period"));
    case Problem::Code::Cancelled:
        return argument(0).isEmpty() ? words(QT_TRANSLATE_NOOP("Problem", "it was stopped"))
                                     : words(QT_TRANSLATE_NOOP("Problem", "reading it took longer than %1 seconds and "
                                                                          "was stopped"))
                                           .arg(argument(0));
    case Problem::Code::ModuleMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "a part of the program cannot be loaded (%1)")).arg(argument(0));
    case Problem::Code::FigureUnknown:
        return words(QT_TRANSLATE_NOOP("Problem", "there is no figure \"%1\"; there are: %2"))
            .arg(argument(0), argument(1));
    case Problem::Code::FileTypeUnknown:
        return words(QT_TRANSLATE_NOOP("Problem", "files are not written as \"%1\"; choose one of: %2"))
            .arg(argument(0), argument(1));
    case Problem::Code::FontMissing:
        return argument(1).isEmpty()
                   ? words(QT_TRANSLATE_NOOP("Problem", "the font \"%1\" is not installed")).arg(argument(0))
                   : words(QT_TRANSLATE_NOOP("Problem", "the font \"%1\" is not installed; install the package %2"))
                         .arg(argument(0), argument(1));
    case Problem::Code::GlyphMissing:
        return words(QT_TRANSLATE_NOOP("Problem", "the font \"%2\" has no glyph for: %1"))
            .arg(argument(0), argument(1));
    case Problem::Code::ProjectionFailed:
        return words(QT_TRANSLATE_NOOP("Problem", "the projection failed (%1)")).arg(reasonWords(argument(0)));
    case Problem::Code::PageTooSmall:
        return words(QT_TRANSLATE_NOOP("Problem", "the page is too small for: %1")).arg(argument(0));
    }
    return {};
}

} // namespace

QString sentence(const Problem& problem) {
    QStringList place;
    if (!problem.file.isEmpty())
        place += problem.file;
    if (problem.row > 0)
        place += words(QT_TRANSLATE_NOOP("Problem", "line %1")).arg(problem.row);
    if (!problem.record.isEmpty())
        place += words(QT_TRANSLATE_NOOP("Problem", "row %1")).arg(problem.record);
    if (!problem.field.isEmpty())
        place += words(QT_TRANSLATE_NOOP("Problem", "field %1")).arg(problem.field);
    if (place.isEmpty())
        return words(QT_TRANSLATE_NOOP("Problem", "%1.")).arg(what(problem));
    return words(QT_TRANSLATE_NOOP("Problem", "%1: %2."))
        .arg(place.join(words(QT_TRANSLATE_NOOP("Problem", ", "))), what(problem));
}

QString sentence(const Plan& plan, const Finding& finding) {
    const Language language = interfaceLanguage();
    const auto argument = [&](qsizetype index) { return finding.arguments.value(index); };
    const auto figure = [&](qsizetype index) { return words(argument(index).toDouble()); };
    const auto zone = [&](const QString& code) {
        const Zone* named = plan.zone(code);
        return named ? named->name.in(language) : code;
    };
    const auto indicator = [&](const QString& key) {
        const Indicator* named = plan.indicator(key);
        return named ? named->name.in(language) : key;
    };
    const auto period = [](const QString& written) { return words(Period::parse(written).value_or(Period{})); };
    const auto found = [&](const char* text) { return QCoreApplication::translate("Finding", text); };
    QString rule;
    for (const Rule& each : plan.rules) {
        if (each.key == finding.rule)
            rule = each.name.in(language);
    }
    switch (finding.kind) {
    case Finding::Kind::OutOfRange:
        return found(QT_TRANSLATE_NOOP("Finding", "%1, %2, %3: the value %4 is not allowed; rule: %5."))
            .arg(zone(finding.key.value(0)), indicator(finding.key.value(1)), period(finding.key.value(2)), figure(0),
                 rule);
    case Finding::Kind::Missing:
        return found(
                   QT_TRANSLATE_NOOP("Finding", "%1, %2: there is no adopted value and no reason for that; rule: %3."))
            .arg(zone(argument(0)), indicator(argument(1)), rule);
    case Finding::Kind::Count: {
        const Tier* tier = plan.tier(argument(0));
        return found(QT_TRANSLATE_NOOP("Finding", "The tier \"%1\" has %2 zones; rule: %3."))
            .arg(tier ? tier->name.in(language) : argument(0), figure(1), rule);
    }
    case Finding::Kind::Code:
        return found(QT_TRANSLATE_NOOP("Finding", "%1: the code %2 is not allowed; rule: %3."))
            .arg(zone(argument(0)), argument(0), rule);
    case Finding::Kind::Sum:
        return found(QT_TRANSLATE_NOOP("Finding", "%1, %2: the total is given as %3, its parts make %4; the difference "
                                                  "is %5."))
            .arg(indicator(argument(0)), period(argument(1)), figure(2), figure(3), figure(4));
    }
    return {};
}

QString words(double number) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(number, 'f', 4);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    const qsizetype point = text.indexOf(u'.');
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    qsizetype end = point < 0 ? text.size() : point;
    if (end - first > 4) { // four digits read well without a gap
        for (end -= 3; end > first; end -= 3)
            text.insert(end, QChar(0x2009));
    }
    return text;
}

QString words(const Quantity& quantity) {
    QString number = words(quantity.number);
    switch (quantity.bound) {
    case Quantity::Bound::Exact:
        return number;
    case Quantity::Bound::MoreThan:
        return u"> "_s + number;
    case Quantity::Bound::AtLeast:
        return u"≥ "_s + number;
    case Quantity::Bound::LessThan:
        return u"< "_s + number;
    case Quantity::Bound::AtMost:
        return u"≤ "_s + number;
    case Quantity::Bound::About:
        return valueWords(QT_TRANSLATE_NOOP("Value", "about %1")).arg(number);
    }
    return number;
}

QString words(const Period& period) {
    const QString year = QString::number(period.from.year());
    QString text;
    switch (period.kind) {
    case Period::Kind::Unknown:
        return valueWords(QT_TRANSLATE_NOOP("Value", "year not stated"));
    case Period::Kind::Year:
        text = year;
        break;
    case Period::Kind::Quarter:
        text = valueWords(QT_TRANSLATE_NOOP("Value", "Q%2 %1")).arg(year).arg((period.from.month() + 2) / 3);
        break;
    case Period::Kind::Months:
        if (period.from.year() == period.to.year())
            text = valueWords(QT_TRANSLATE_NOOP("Value", "months %2–%3 of %1"))
                       .arg(year)
                       .arg(period.from.month())
                       .arg(period.to.month());
        else
            text = period.from.toString(u"yyyy-MM") + u"–"_s + period.to.toString(u"yyyy-MM");
        break;
    case Period::Kind::Date:
        text = period.from.toString(Qt::ISODate);
        break;
    case Period::Kind::Dates:
        text = period.from.toString(Qt::ISODate) + u"–"_s + period.to.toString(Qt::ISODate);
        break;
    }
    return period.approximate ? valueWords(QT_TRANSLATE_NOOP("Value", "about %1")).arg(text) : text;
}

QString words(const Target& target) {
    if (!target.words.isEmpty() && interfaceLanguage() == Language::Chinese)
        return target.words; // the plan's own, which only its language has
    const QString symbol = target.sense == Target::Sense::MoreThan ? u"> "_s
                           : target.sense == Target::Sense::AtMost ? u"≤ "_s
                                                                   : u"≥ "_s;
    return symbol + words(target.value);
}

QString words(Observation::Status status) {
    switch (status) {
    case Observation::Status::Published:
        return valueWords(QT_TRANSLATE_NOOP("Value", "published"));
    case Observation::Status::Estimate:
        return valueWords(QT_TRANSLATE_NOOP("Value", "estimate"));
    case Observation::Status::Illustrative:
        return valueWords(QT_TRANSLATE_NOOP("Value", "illustrative"));
    }
    return {};
}

QString words(Observation::Confidence confidence) {
    switch (confidence) {
    case Observation::Confidence::High:
        return valueWords(QT_TRANSLATE_NOOP("Value", "high"));
    case Observation::Confidence::Medium:
        return valueWords(QT_TRANSLATE_NOOP("Value", "medium"));
    case Observation::Confidence::Low:
        return valueWords(QT_TRANSLATE_NOOP("Value", "low"));
    }
    return {};
}

QString words(Indicator::Direction direction) {
    switch (direction) {
    case Indicator::Direction::None:
        return valueWords(QT_TRANSLATE_NOOP("Value", "neither"));
    case Indicator::Direction::MoreIsBetter:
        return valueWords(QT_TRANSLATE_NOOP("Value", "more is better"));
    case Indicator::Direction::LessIsBetter:
        return valueWords(QT_TRANSLATE_NOOP("Value", "less is better"));
    }
    return {};
}

QString words(Indicator::Aggregation aggregation) {
    switch (aggregation) {
    case Indicator::Aggregation::None:
        return valueWords(QT_TRANSLATE_NOOP("Value", "not added up"));
    case Indicator::Aggregation::Sum:
        return valueWords(QT_TRANSLATE_NOOP("Value", "sum"));
    case Indicator::Aggregation::Ratio:
        return valueWords(QT_TRANSLATE_NOOP("Value", "ratio"));
    }
    return {};
}

QString words(Action action) {
    switch (action) {
    case Action::Edit:
        return valueWords(QT_TRANSLATE_NOOP("Value", "edited"));
    case Action::Undo:
        return valueWords(QT_TRANSLATE_NOOP("Value", "undone"));
    case Action::Redo:
        return valueWords(QT_TRANSLATE_NOOP("Value", "done again"));
    case Action::Outside:
        return valueWords(QT_TRANSLATE_NOOP("Value", "changed by another program"));
    }
    return {};
}

QString words(Site::Kind kind) {
    switch (kind) {
    case Site::Kind::Platform:
        return valueWords(QT_TRANSLATE_NOOP("Value", "platform"));
    case Site::Kind::Base:
        return valueWords(QT_TRANSLATE_NOOP("Value", "base"));
    case Site::Kind::Park:
        return valueWords(QT_TRANSLATE_NOOP("Value", "park"));
    case Site::Kind::Venue:
        return valueWords(QT_TRANSLATE_NOOP("Value", "venue"));
    case Site::Kind::Headquarters:
        return valueWords(QT_TRANSLATE_NOOP("Value", "headquarters"));
    }
    return {};
}

QString words(Site::Stage stage) {
    return stage == Site::Stage::Planned ? valueWords(QT_TRANSLATE_NOOP("Value", "planned"))
                                         : valueWords(QT_TRANSLATE_NOOP("Value", "operating"));
}

QString localTime(const QString& utc) {
    const QDateTime time = QDateTime::fromString(utc, Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm") : utc;
}

} // namespace tiermap
