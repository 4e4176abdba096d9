#include "app/edit/clipboard_block.h"

using namespace Qt::StringLiterals;

namespace tiermap {

ClipboardBlock blockFromText(const QString& text) {
    ClipboardBlock block;
    QStringList row;
    QString cell;
    bool quoted = false;
    bool begun = false; // something stands on the line: the last line break ends a row and starts none
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += text[++i];
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
            begun = true;
        } else if (c == u'\t') {
            row << cell;
            cell.clear();
            begun = true;
        } else if (c == u'\n') {
            block << (row << cell);
            row.clear();
            cell.clear();
            begun = false;
        } else if (c != u'\r') {
            cell += c;
            begun = true;
        }
    }
    if (begun) {
        block << (row << cell);
    }
    return block;
}

QString textFromBlock(const ClipboardBlock& block) {
    QString text;
    for (const QStringList& row : block) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            QString cell = row[i];
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.startsWith(u'"')) {
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            }
            text += (i > 0 ? u"\t"_s : QString()) + cell;
        }
        text += u'\n';
    }
    return text;
}

} // namespace tiermap
