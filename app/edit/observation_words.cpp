#include "app/edit/observation_words.h"

#include "app/session/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString attribute(const char* text) { return QCoreApplication::translate("Attribute", text); }

} // namespace

QString observationWords(const Observation& observation) {
    QStringList lines;
    if (!observation.value) {
        lines << attribute(QT_TRANSLATE_NOOP("Attribute", "No data: %1")).arg(observation.missingReason);
    }
    lines << observation.source
          << attribute(QT_TRANSLATE_NOOP("Attribute", "%1, %2, confidence: %3"))
                 .arg(words(observation.period), words(observation.status), words(observation.confidence));
    lines << (observation.author.isEmpty() ? attribute(QT_TRANSLATE_NOOP("Attribute", "came with the plan"))
                                           : attribute(QT_TRANSLATE_NOOP("Attribute", "entered by %1, %2"))
                                                 .arg(observation.author, localTime(observation.editedAt)));
    if (!observation.note.isEmpty()) {
        lines << observation.note;
    }
    return lines.join(u'\n');
}

QString rangeWords(const Plan& plan, const QString& indicator) {
    QStringList ranges;
    for (const Rule& rule : plan.rules) {
        if (rule.kind != Rule::Kind::Range || rule.subject != indicator) {
            continue;
        }
        if (rule.minimum && rule.maximum) {
            ranges << attribute(QT_TRANSLATE_NOOP("Attribute", "%1 to %2"))
                          .arg(words(*rule.minimum), words(*rule.maximum));
        } else if (rule.minimum) {
            ranges << attribute(QT_TRANSLATE_NOOP("Attribute", "%1 or more")).arg(words(*rule.minimum));
        } else if (rule.maximum) {
            ranges << attribute(QT_TRANSLATE_NOOP("Attribute", "%1 or less")).arg(words(*rule.maximum));
        }
    }
    return ranges.join(attribute(QT_TRANSLATE_NOOP("Attribute", ", ")));
}

} // namespace tiermap
