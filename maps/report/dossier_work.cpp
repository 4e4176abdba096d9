#include "maps/report/dossier_work.h"

#include "core/analysis/zone_figures.h"
#include "maps/style/number_text.h"
#include "maps/style/period_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

QString SourceList::mark(const QString& title, const QString& address) {
    if (title.isEmpty() && address.isEmpty())
        return {};
    const std::pair<QString, QString> source(title, address);
    qsizetype place = m_sources.indexOf(source);
    if (place < 0) {
        place = m_sources.size();
        m_sources += source;
    }
    return u"[%1]"_s.arg(place + 1);
}

QString printable(const QString& text) {
    QString clean;
    for (const char32_t character : text.toUcs4()) {
        const QChar::Category category = QChar::category(character);
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            clean += u' ';
        else if (category != QChar::Other_Format && category != QChar::Other_Surrogate &&
                 (character & 0xFFFE) != 0xFFFE)
            clean += QString::fromUcs4(&character, 1);
    }
    return clean.trimmed();
}

QString shortest(double number) { return numberText(number, decimalsOf({number})); }

QString threeDigits(double number) {
    if (number == 0)
        return u"0"_s;
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(number))));
    return numberText(number, std::clamp(2 - magnitude, 0, 6));
}

QString periodWords(const Period& period, Language language) {
    const QString text = periodText(period, language);
    return text.isEmpty() ? report_words::periodUnknown.in(language) : text;
}

SheetWord statusWord(Observation::Status status) {
    switch (status) {
    case Observation::Status::Published:
        break;
    case Observation::Status::Estimate:
        return report_words::estimate;
    case Observation::Status::Illustrative:
        return report_words::illustrativeStatus;
    }
    return report_words::published;
}

QString valueText(ChapterWork& work, const Observation& observation) {
    if (!observation.value)
        return work.in(isWithheld(observation) ? report_words::withheld : report_words::missing);
    QString text = quantityText(*observation.value, work.language);
    if (observation.status == Observation::Status::Illustrative) {
        work.illustrative = true;
        text += u'*';
    }
    return text;
}

QString indicatorName(const ChapterWork& work, const QString& key) {
    const Indicator* indicator = work.plan.indicator(key);
    return indicator ? work.in(indicator->name) : key;
}

QString unitOf(const ChapterWork& work, const QString& key) {
    const Indicator* indicator = work.plan.indicator(key);
    return indicator ? work.in(indicator->unit) : QString();
}

DossierText note(const QString& text) { return {text, DossierText::Kind::Note}; }

QString tierWords(const ChapterWork& work, const Tier& tier) {
    QStringList words{work.in(tier.name), work.in(tier.driver), work.in(tier.carrier), work.in(tier.mode)};
    words.removeAll(QString());
    words.removeDuplicates(); // a tier may be called what drives it
    return words.join(work.in(report_words::facts));
}

QString intervalText(const ChapterWork& work, const QString& low, const QString& high) {
    return low == high ? low : work.in(report_words::interval).arg(low, high);
}

QString intervalText(const ChapterWork& work, int low, int high) {
    return intervalText(work, QString::number(low), QString::number(high));
}

} // namespace tiermap
