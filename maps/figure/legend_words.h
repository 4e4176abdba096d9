#pragma once

#include <QMap>
#include <QStringList>

namespace tiermap {

/// The words of a legend as the style gives them, and what stands in their place where somebody wants it so.
class LegendWords {
public:
    /// `own`: from the computed word to the one that is printed; empty ones leave the computed.
    explicit LegendWords(const QMap<QString, QString>& own)
        : m_own(&own) {}

    QString operator()(const QString& computed);
    const QStringList& computed() const { return m_computed; } ///< asked for so far, in the order of the legend

private:
    const QMap<QString, QString>* m_own; ///< outlives the words
    QStringList m_computed{};
};

/// Whether words may stand for computed ones: they may leave numbers out, but bring in none that the data has not.
bool keepsNumbers(const QString& computed, const QString& own);

} // namespace tiermap
