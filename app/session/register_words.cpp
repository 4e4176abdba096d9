#include "app/session/register_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString registerWords(const char* text) { return QCoreApplication::translate("Register", text); }

QString rowsOf(const RejectedRows& rows) {
    QStringList first;
    for (const qint64 row : rows.first)
        first += QString::number(row);
    const QString more = rows.count > static_cast<qint64>(rows.first.size()) ? u" …"_s : QString();
    return first.join(registerWords(QT_TRANSLATE_NOOP("Register", ", "))) + more;
}

} // namespace

QString words(Rejection kind) {
    switch (kind) {
    case Rejection::WrongQuotes:
        return registerWords(QT_TRANSLATE_NOOP("Register", "quotation marks that are wrong"));
    case Rejection::CellsMissing:
        return registerWords(QT_TRANSLATE_NOOP("Register", "the row ends too early"));
    case Rejection::PlaceMissing:
        return registerWords(QT_TRANSLATE_NOOP("Register", "no coordinates, and no district"));
    case Rejection::NotANumber:
        return registerWords(QT_TRANSLATE_NOOP("Register", "coordinates that are no numbers"));
    case Rejection::Swapped:
        return registerWords(QT_TRANSLATE_NOOP("Register", "longitude and latitude swapped"));
    case Rejection::OutsideChina:
        return registerWords(QT_TRANSLATE_NOOP("Register", "outside China, or no degrees"));
    case Rejection::DistrictUnknown:
        return registerWords(QT_TRANSLATE_NOOP("Register", "a district that the plan does not know"));
    }
    return {};
}

QString words(EnterpriseSize size) {
    switch (size) {
    case EnterpriseSize::Large:
        return registerWords(QT_TRANSLATE_NOOP("Register", "large"));
    case EnterpriseSize::Medium:
        return registerWords(QT_TRANSLATE_NOOP("Register", "medium"));
    case EnterpriseSize::Small:
        return registerWords(QT_TRANSLATE_NOOP("Register", "small"));
    case EnterpriseSize::Micro:
        return registerWords(QT_TRANSLATE_NOOP("Register", "micro"));
    case EnterpriseSize::Unknown:
        break;
    }
    return registerWords(QT_TRANSLATE_NOOP("Register", "size not known"));
}

QStringList summary(const RegisterCount& count) {
    QStringList lines{
        registerWords(QT_TRANSLATE_NOOP("Register", "%1 rows read: %2 counted, %3 outside the plan's districts, %4 "
                                                    "rejected"))
            .arg(count.read)
            .arg(count.counted)
            .arg(count.outside)
            .arg(count.rejected)};
    if (count.leftOut > 0)
        lines +=
            registerWords(QT_TRANSLATE_NOOP("Register", "%1 more rows are left out by the filter")).arg(count.leftOut);
    for (const RejectedRows& rows : count.rejections)
        lines += registerWords(QT_TRANSLATE_NOOP("Register", "rejected: %1: %2 (rows %3)"))
                     .arg(words(rows.kind))
                     .arg(rows.count)
                     .arg(rowsOf(rows));
    if (count.byDistrict > 0)
        lines +=
            registerWords(QT_TRANSLATE_NOOP("Register", "%1 have no coordinates and are counted by their district"))
                .arg(count.byDistrict);
    if (count.disagreements.count > 0)
        lines += registerWords(QT_TRANSLATE_NOOP("Register", "in %1 the district is not the one where the coordinates "
                                                             "lie; these are counted where they lie (rows %2)"))
                     .arg(count.disagreements.count)
                     .arg(rowsOf(count.disagreements));
    for (const SharedPlace& place : count.shared)
        lines += registerWords(QT_TRANSLATE_NOOP("Register", "at least %1 share the place %2, %3"))
                     .arg(place.atLeast)
                     .arg(place.longitude, 0, 'f', 6)
                     .arg(place.latitude, 0, 'f', 6);
    return lines;
}

} // namespace tiermap
