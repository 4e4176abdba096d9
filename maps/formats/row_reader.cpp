#include "maps/formats/row_reader.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tiermap {

Result<SourceLayer> readRows(const QString& file, const QString& encoding, const ReadOptions& options,
                             const std::function<void(const RawRow&)>& take) {
    constexpr qint64 rowsPerReport = 500;
    qint64 count = 0;
    double reached = 0;
    bool cancelled = options.progress && !options.progress(0);
    const auto takeRow = [&](const SourceLayer& /*layer*/, const RawRow& row, double part) {
        if (cancelled || count == options.limit) {
            return false;
        }
        take(row);
        ++count;
        reached = part;
        cancelled = count % rowsPerReport == 0 && options.progress && !options.progress(part);
        return !cancelled && count != options.limit;
    };
    const auto goesOn = [&] { return !options.progress || options.progress(reached); };
    const Result<FormatReply> reply =
        readFormat({.path = file, .encoding = encoding, .layer = options.layer, .take = takeRow, .goesOn = goesOn});
    if (cancelled) {
        return std::unexpected(Problem{.code = Problem::Code::Cancelled, .file = file});
    }
    return reply.transform([](const FormatReply& read) { return read.layers.first(); });
}

QString numberText(double number) { return QString::number(number, 'f', QLocale::FloatingPointShortest); }

QString cellText(const QVariant& cell) {
    return cell.typeId() == QMetaType::Double ? numberText(cell.toDouble()) : cell.toString();
}

QString spreadsheetText(const QString& cell) {
    static const QRegularExpression number(uR"(^-?(?:\d+\.0|\d(?:\.\d+)?E[+-]\d{1,3}|\d\.\d+E\d{1,3})$)"_s);
    static const QRegularExpression date(uR"(^(\d{4})/(\d\d)/(\d\d)(?: (\d\d:\d\d:\d\d(?:\.\d+)?))?$)"_s);
    if (cell.isEmpty() || !cell.front().isPrint() || cell.size() > 40) {
        return cell;
    }
    if (number.match(cell).hasMatch()) {
        return numberText(cell.toDouble());
    }
    if (const auto match = date.match(cell); match.hasMatch()) {
        const QString day = match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3);
        return match.hasCaptured(4) ? day + u'T' + match.captured(4) : day;
    }
    return cell;
}

} // namespace tiermap
