#pragma once

#include "core/plan/names.h"
#include "core/plan/problem_list.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace tiermap {

/// An object within a JSON file that knows its path. Every field is required unless a fallback is passed; what is
/// missing or of the wrong kind goes to ProblemList with its path ("tiers[2].key"), and reading goes on with an empty
/// value.
class JsonReader {
public:
    /// Reads a whole file whose top is an object.
    static JsonReader open(const QString& file, ProblemList& problem);

    bool has(QLatin1StringView key) const; ///< for fields that may be left out
    QString text(QLatin1StringView key) const;
    QString text(QLatin1StringView key, const QString& fallback) const;
    Text bilingual(QLatin1StringView key) const; ///< {"zh": ..., "en": ...}
    double number(QLatin1StringView key) const;
    bool flag(QLatin1StringView key, bool fallback) const;
    QDate date(QLatin1StringView key) const; ///< "2024-05-24"; empty where it is not known
    QStringList texts(QLatin1StringView key) const;
    JsonReader object(QLatin1StringView key) const;
    QList<JsonReader> objects(QLatin1StringView key) const;

    template <class E>
    E oneOf(QLatin1StringView key) const {
        const QString name = text(key);
        const std::optional<E> value = fromName<E>(name);
        if (!value) {
            fail(Problem::Code::ValueUnknown, key, {name, allowedNames<E>()});
        }
        return value.value_or(E{});
    }

    void fail(Problem::Code code, QLatin1StringView key, const QStringList& arguments) const;

private:
    JsonReader(QString file, QString path, QJsonObject object, ProblemList* problem);

    QString pathOf(QLatin1StringView key) const;
    /// The value of a required field; undefined, and noted, where it is missing or not of this kind.
    QJsonValue value(QLatin1StringView key, QJsonValue::Type type, QLatin1StringView kind) const;

    QString m_file;
    QString m_path;
    QJsonObject m_object;
    ProblemList* m_problem;
};

} // namespace tiermap
