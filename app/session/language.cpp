#include "app/session/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

Language g_language = Language::English;

} // namespace

Language systemLanguage() {
    const QStringList languages = QLocale::system().uiLanguages();
    return !languages.isEmpty() && languages.first().startsWith("zh"_L1) ? Language::Chinese : Language::English;
}

void setInterfaceLanguage(Language language) {
    static QTranslator own;
    static QTranslator qt;
    g_language = language;
    const QString code = language == Language::Chinese ? u"zh_CN"_s : u"en"_s;
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&qt);
    QLocale::setDefault(QLocale(code));
    if (language == Language::Chinese &&
        qt.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    if (own.load(u":/i18n/tiermap_"_s + code))
        QCoreApplication::installTranslator(&own);
}

Language interfaceLanguage() { return g_language; }

} // namespace tiermap
