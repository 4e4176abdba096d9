#include "maps/formats/format_process.h"

#include "maps/formats/format_message.h"

#include <QProcess>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const QString brokeOff = u"reading it broke off"_s;
constexpr int askEvery = 50; ///< milliseconds between two questions whether to go on

std::unexpected<Problem> problem(Problem::Code code, const QString& reason = {}) {
    return std::unexpected(Problem{.code = code, .arguments = reason.isEmpty() ? QStringList() : QStringList{reason}});
}

/// One end of a running reader.
class Reading {
public:
    explicit Reading(const FormatRequest& request)
        : m_request(request) {}
    ~Reading() {
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Result<FormatReply> run(const QString& reader, const QString& module);

private:
    Result<QByteArray> bytes(qint64 count);
    Result<QByteArray> message();
    bool takeRows(QDataStream& rows);

    const FormatRequest& m_request;
    QProcess m_process;
    SourceLayer m_layer; ///< the one that is being read
};

/// So many, as soon as they are there.
Result<QByteArray> Reading::bytes(qint64 count) {
    while (m_process.bytesAvailable() < count) {
        if (m_process.waitForReadyRead(askEvery)) {
            continue;
        }
        if (m_process.state() == QProcess::NotRunning && m_process.bytesAvailable() < count) {
            return problem(Problem::Code::FormatUnreadable, brokeOff);
        }
        if (m_request.goesOn && !m_request.goesOn()) {
            return problem(Problem::Code::Cancelled);
        }
    }
    return m_process.read(count);
}

Result<QByteArray> Reading::message() {
    return bytes(sizeof(quint32)).and_then([this](const QByteArray& size) {
        return bytes(qFromBigEndian<quint32>(size.constData()));
    });
}

/// False where enough are read.
bool Reading::takeRows(QDataStream& rows) {
    double part = 0;
    QList<RawRow> batch;
    rows >> part >> batch;
    return std::ranges::all_of(batch, [&](const RawRow& row) { return m_request.take(m_layer, row, part); });
}

Result<FormatReply> Reading::run(const QString& reader, const QString& module) {
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(reader, {module});
    if (!m_process.waitForStarted(-1)) {
        return problem(Problem::Code::ModuleMissing, m_process.errorString());
    }
    m_process.write(packedRequest(m_request));
    m_process.closeWriteChannel();
    while (true) {
        const Result<QByteArray> next = message();
        if (!next) {
            return std::unexpected(next.error());
        }
        QDataStream stream(*next);
        FormatMessage kind{};
        FormatResult result;
        bool goesOn = true;
        stream >> kind;
        if (kind == FormatMessage::End) {
            stream >> result;
        } else if (kind == FormatMessage::Layer) {
            stream >> m_layer;
        } else {
            goesOn = takeRows(stream);
        }
        if (stream.status() != QDataStream::Ok) {
            return problem(Problem::Code::FormatUnreadable, brokeOff);
        }
        if (kind == FormatMessage::End) {
            return result;
        }
        if (!goesOn) {
            return FormatReply{.driver = {}, .layers = {m_layer}};
        }
    }
}

} // namespace

Result<FormatReply> readInProcess(const FormatRequest& request, const QString& reader, const QString& module) {
    return Reading(request).run(reader, module);
}

} // namespace tiermap
