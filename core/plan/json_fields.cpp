#include "core/plan/json_fields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

JsonFields::JsonFields(const QJsonObject& object, const QString& path)
    : m_object(object)
    , m_path(path) {}

bool JsonFields::has(const QString& key) {
    m_asked << key;
    return m_object.contains(key);
}

bool JsonFields::is(const QString& key, QJsonValue::Type type, QLatin1StringView kind) {
    if (!has(key)) {
        return false;
    }
    if (m_object[key].type() == type) {
        return true;
    }
    fail(Problem::Code::FieldType, key, {QString(kind)});
    return false;
}

void JsonFields::text(const QString& key, QString& into) {
    if (is(key, QJsonValue::String, "text"_L1)) {
        into = m_object[key].toString();
    }
}

void JsonFields::texts(const QString& key, QStringList& into) {
    if (!is(key, QJsonValue::Array, "list"_L1)) {
        return;
    }
    into.clear();
    for (const auto& each : m_object[key].toArray()) {
        if (!each.isString()) {
            fail(Problem::Code::FieldType, key, {u"text"_s});
        }
        into << each.toString();
    }
}

void JsonFields::number(const QString& key, double& into) {
    if (is(key, QJsonValue::Double, "number"_L1)) {
        into = m_object[key].toDouble();
    }
}

void JsonFields::whole(const QString& key, int& into) {
    if (is(key, QJsonValue::Double, "number"_L1)) {
        into = m_object[key].toInt(-1);
    }
}

void JsonFields::flag(const QString& key, bool& into) {
    if (is(key, QJsonValue::Bool, "true or false"_L1)) {
        into = m_object[key].toBool();
    }
}

QJsonArray JsonFields::list(const QString& key) {
    return is(key, QJsonValue::Array, "list"_L1) ? m_object[key].toArray() : QJsonArray();
}

QJsonObject JsonFields::object(const QString& key) {
    return is(key, QJsonValue::Object, "object"_L1) ? m_object[key].toObject() : QJsonObject();
}

void JsonFields::take(const JsonFields& part) {
    if (!problem) {
        problem = part.problem;
    }
}

void JsonFields::fail(Problem::Code code, const QString& key, const QStringList& arguments) {
    if (!problem) {
        problem = Problem{.code = code, .field = pathOf(key), .arguments = arguments};
    }
}

void JsonFields::refuseOthers() {
    for (const QString& key : m_object.keys()) {
        if (!m_asked.contains(key)) {
            fail(Problem::Code::FieldUnknown, key, {m_asked.join(u", "_s)});
        }
    }
}

Result<QJsonObject> jsonObject(const QByteArray& text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject()) {
        return std::unexpected(Problem{.code = Problem::Code::SyntaxError, .arguments = {error.errorString()}});
    }
    return document.object();
}

} // namespace tiermap
