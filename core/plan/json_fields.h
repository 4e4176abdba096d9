#pragma once

#include "core/plan/names.h"
#include "core/problem.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tiermap {

/// Reads the fields of a JSON object over what is preset; a field that is not there changes nothing. The first that does
/// not fit is kept, with its path ("page.margin").
class JsonFields {
public:
    explicit JsonFields(const QJsonObject& object, const QString& path = {});

    bool has(const QString& key);
    void text(const QString& key, QString& into);
    void texts(const QString& key, QStringList& into);
    void number(const QString& key, double& into);
    void whole(const QString& key, int& into);
    void flag(const QString& key, bool& into);
    QJsonArray list(const QString& key);
    QJsonObject object(const QString& key);

    template <class E>
    void choice(const QString& key, E& into) {
        QString name;
        text(key, name);
        if (name.isEmpty())
            return;
        if (const auto value = fromName<E>(name))
            into = *value;
        else
            fail(Problem::Code::ValueUnknown, key, {name, allowedNames<E>()});
    }

    /// The fields of a part read by somebody else: its problem is this object's, too.
    void take(const JsonFields& part);
    void fail(Problem::Code code, const QString& key, const QStringList& arguments);
    /// FieldUnknown for a key that nobody has asked for, with those that were.
    void refuseOthers();

    QString pathOf(const QString& key) const { return m_path.isEmpty() ? key : m_path + u'.' + key; }
    std::optional<Problem> problem{};

private:
    bool is(const QString& key, QJsonValue::Type type, QLatin1StringView kind);

    QJsonObject m_object;
    QString m_path;
    QStringList m_asked;
};

/// The object that a text is; SyntaxError.
Result<QJsonObject> jsonObject(const QByteArray& text);

} // namespace tiermap
