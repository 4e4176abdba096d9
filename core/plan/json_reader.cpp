#include "core/plan/json_reader.h"

#include "core/plan/file_bytes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

JsonReader::JsonReader(QString file, QString path, QJsonObject object, ProblemList* problem)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_object(std::move(object))
    , m_problem(problem) {}

JsonReader JsonReader::open(const QString& file, ProblemList& problem) {
    QJsonDocument document;
    if (const Result<QByteArray> bytes = fileBytes(file); !bytes) {
        problem.note(bytes.error());
    } else {
        QJsonParseError error;
        document = QJsonDocument::fromJson(*bytes, &error);
        if (error.error != QJsonParseError::NoError) {
            const int line =
                static_cast<int>(bytes->first(qMin<qsizetype>(error.offset, bytes->size())).count('\n')) + 1;
            problem.note(
                {.code = Problem::Code::SyntaxError, .file = file, .row = line, .arguments = {error.errorString()}});
        } else if (!document.isObject()) {
            problem.note({.code = Problem::Code::FieldType, .file = file, .row = 1, .arguments = {u"object"_s}});
        }
    }
    return {file, {}, document.object(), &problem};
}

bool JsonReader::has(QLatin1StringView key) const { return m_object.contains(key); }

QString JsonReader::text(QLatin1StringView key) const { return value(key, QJsonValue::String, "text"_L1).toString(); }

QString JsonReader::text(QLatin1StringView key, const QString& fallback) const {
    return m_object.contains(key) ? text(key) : fallback;
}

Text JsonReader::bilingual(QLatin1StringView key) const {
    const JsonReader both = object(key);
    return {both.text("zh"_L1), both.text("en"_L1)};
}

double JsonReader::number(QLatin1StringView key) const {
    return value(key, QJsonValue::Double, "number"_L1).toDouble();
}

bool JsonReader::flag(QLatin1StringView key, bool fallback) const {
    return m_object.contains(key) ? value(key, QJsonValue::Bool, "true or false"_L1).toBool() : fallback;
}

QDate JsonReader::date(QLatin1StringView key) const {
    const QString written = text(key);
    const QDate date = QDate::fromString(written, u"yyyy-MM-dd"_s);
    if (!date.isValid() && !written.isEmpty()) {
        fail(Problem::Code::FieldType, key, {u"date"_s});
    }
    return date;
}

QStringList JsonReader::texts(QLatin1StringView key) const {
    QStringList result;
    const QJsonArray list = value(key, QJsonValue::Array, "list"_L1).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (!list[i].isString()) {
            m_problem->note({.code = Problem::Code::FieldType,
                             .file = m_file,
                             .field = u"%1[%2]"_s.arg(pathOf(key)).arg(i),
                             .arguments = {u"text"_s}});
        }
        result << list[i].toString();
    }
    return result;
}

JsonReader JsonReader::object(QLatin1StringView key) const {
    return {m_file, pathOf(key), value(key, QJsonValue::Object, "object"_L1).toObject(), m_problem};
}

QList<JsonReader> JsonReader::objects(QLatin1StringView key) const {
    QList<JsonReader> result;
    const QJsonArray list = value(key, QJsonValue::Array, "list"_L1).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString path = u"%1[%2]"_s.arg(pathOf(key)).arg(i);
        if (!list[i].isObject()) {
            m_problem->note(
                {.code = Problem::Code::FieldType, .file = m_file, .field = path, .arguments = {u"object"_s}});
        }
        result << JsonReader(m_file, path, list[i].toObject(), m_problem);
    }
    return result;
}

void JsonReader::fail(Problem::Code code, QLatin1StringView key, const QStringList& arguments) const {
    m_problem->note({.code = code, .file = m_file, .field = pathOf(key), .arguments = arguments});
}

QString JsonReader::pathOf(QLatin1StringView key) const {
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

QJsonValue JsonReader::value(QLatin1StringView key, QJsonValue::Type type, QLatin1StringView kind) const {
    QJsonValue found = m_object.value(key);
    if (found.type() == type) {
        return found;
    }
    if (found.isUndefined()) {
        fail(Problem::Code::FieldMissing, key, {});
    } else {
        fail(Problem::Code::FieldType, key, {kind});
    }
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace tiermap
