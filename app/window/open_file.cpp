#include "app/window/open_file.h"

#include "app/session/words.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString openWords(const char* text) { return QCoreApplication::translate("OpenFile", text); }

} // namespace

std::optional<Document> openOrTell(QWidget* parent, const QString& file, const Questions& questions) {
    auto opened = openDocument(file);
    if (opened)
        return *std::move(opened);
    const Problem problem = opened.error();
    const QString lastGood = problem.code == Problem::Code::ProjectDamaged ? problem.arguments.value(1) : QString();
    if (lastGood.isEmpty()) {
        questions.tell(parent, sentence(problem), {});
        return std::nullopt;
    }
    const QString offer = openWords(QT_TRANSLATE_NOOP("OpenFile", "Open the Last Good State…"));
    if (!questions.tell(parent, sentence(problem), offer))
        return std::nullopt;
    const QString copy = questions.fileToWrite(
        parent, openWords(QT_TRANSLATE_NOOP("OpenFile", "Keep the Last Good State As")), QFileInfo(file).fileName());
    if (copy.isEmpty())
        return std::nullopt;
    opened = copyProject(lastGood, copy).and_then([&] { return openDocument(copy); });
    if (opened)
        return *std::move(opened);
    questions.tell(parent, sentence(opened.error()), {});
    return std::nullopt;
}

} // namespace tiermap
