#include "maps/formats/dbf_texts.h"

#include <QFile>
#include <QList>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

namespace tiermap {

namespace {

// dBASE III and later: a header of 32 bytes, 32 bytes for each field, 0x0D, then records of one length.
constexpr qsizetype partSize = 32;
constexpr qsizetype languageAt = 29;

struct TextField {
    qsizetype start = 0;
    qsizetype size = 0;
};

bool isAscii(QByteArrayView bytes) {
    return std::ranges::none_of(bytes, [](char c) { return static_cast<uchar>(c) >= 0x80; });
}

/// A decoder keeps an unfinished character back, and so finds no fault with it. Where ICU decodes, an error may show
/// only by the character that stands for it; in UTF-8 that may be what was written.
bool fits(QByteArrayView bytes, QStringDecoder& decoder) {
    if (isAscii(bytes)) {
        return true;
    }
    decoder.resetState();
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() &&
           (QByteArrayView(decoder.name()) == "UTF-8" || !text.contains(QChar::ReplacementCharacter));
}

} // namespace

uchar dbfLanguage(const QString& file) {
    QFile table(file);
    const QByteArray header = !file.isEmpty() && table.open(QIODevice::ReadOnly) ? table.read(partSize) : QByteArray();
    return header.size() == partSize ? static_cast<uchar>(header[languageAt]) : 0;
}

bool dbfTextsFit(const QString& file, const QString& encoding) {
    QFile table(file);
    QStringDecoder decoder(encoding, QStringDecoder::Flag::ConvertInitialBom);
    if (file.isEmpty() || !table.open(QIODevice::ReadOnly)) {
        return true;
    }
    const QByteArray start = table.peek(partSize);
    if (start.size() < partSize) {
        return true;
    }
    const QByteArray header = table.read(qFromLittleEndian<quint16>(start.constData() + 8));
    const qsizetype recordSize = qFromLittleEndian<quint16>(start.constData() + 10);
    QList<TextField> fields;
    qsizetype place = 1; // behind the mark of deleted records
    for (qsizetype i = partSize; i + partSize <= header.size() && header[i] != '\r'; i += partSize) {
        const QByteArrayView field = QByteArrayView(header).sliced(i, partSize);
        const QByteArrayView name = field.first(11);
        const qsizetype end = name.indexOf('\0');
        if (!fits(end < 0 ? name : name.first(end), decoder)) {
            return false;
        }
        const auto size = static_cast<qsizetype>(static_cast<uchar>(field[16]));
        if (field[11] == 'C' && place + size <= recordSize) {
            fields << TextField{place, size};
        }
        place += size;
    }
    for (QByteArray record = table.read(recordSize); recordSize > 0 && record.size() == recordSize;
         record = table.read(recordSize)) {
        for (const TextField& field : fields) {
            if (!fits(QByteArrayView(record).sliced(field.start, field.size), decoder)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace tiermap
