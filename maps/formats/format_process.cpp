#include "maps/formats/format_process.h"

#include "maps/formats/format_message.h"

#include <QProcess>
#include <QtEndian>

#include <algorithm>

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
    explicit Reading(const std::function<bool()>& goesOn)
        : m_goesOn(goesOn) {}
    ~Reading() {
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Result<void> start(const QString& reader, const QString& module, const QByteArray& request);
    Result<QByteArray> message();

private:
    Result<QByteArray> bytes(qint64 count);

    const std::function<bool()>& m_goesOn;
    QProcess m_process;
};

Result<void> Reading::start(const QString& reader, const QString& module, const QByteArray& request) {
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(reader, {module});
    if (!m_process.waitForStarted(-1)) {
        return problem(Problem::Code::ModuleMissing, m_process.errorString());
    }
    m_process.write(request);
    m_process.closeWriteChannel();
    return {};
}

/// So many, as soon as they are there.
Result<QByteArray> Reading::bytes(qint64 count) {
    while (m_process.bytesAvailable() < count) {
        if (m_goesOn && !m_goesOn()) {
            return problem(Problem::Code::Cancelled);
        }
        if (!m_process.waitForReadyRead(askEvery) && m_process.state() == QProcess::NotRunning &&
            m_process.bytesAvailable() < count) {
            return problem(Problem::Code::FormatUnreadable, brokeOff);
        }
    }
    return m_process.read(count);
}

Result<QByteArray> Reading::message() {
    return bytes(sizeof(quint32)).and_then([this](const QByteArray& size) {
        return bytes(qFromBigEndian<quint32>(size.constData()));
    });
}

/// What the last message says.
template <class Reply>
Result<Reply> endOf(QDataStream& stream) {
    Result<Reply> result;
    stream >> result;
    return stream.status() == QDataStream::Ok ? result : problem(Problem::Code::FormatUnreadable, brokeOff);
}

/// False where enough are read.
bool takeRows(QDataStream& rows, const SourceLayer& layer, const TakeRow& take) {
    double part = 0;
    QList<RawRow> batch;
    rows >> part >> batch;
    return std::ranges::all_of(batch, [&](const RawRow& row) { return take(layer, row, part); });
}

} // namespace

Result<FormatReply> readInProcess(const FormatRequest& request, const QString& reader, const QString& module) {
    Reading reading(request.goesOn);
    if (const auto started = reading.start(reader, module, packed(request)); !started) {
        return std::unexpected(started.error());
    }
    SourceLayer layer; // the one that is being read
    while (true) {
        const Result<QByteArray> next = reading.message();
        if (!next) {
            return std::unexpected(next.error());
        }
        QDataStream stream(*next);
        FormatMessage kind{};
        stream >> kind;
        if (kind == FormatMessage::End) {
            return endOf<FormatReply>(stream);
        }
        bool goesOn = true;
        if (kind == FormatMessage::Layer) {
            stream >> layer;
        } else {
            goesOn = takeRows(stream, layer, request.take);
        }
        if (stream.status() != QDataStream::Ok) {
            return problem(Problem::Code::FormatUnreadable, brokeOff);
        }
        if (!goesOn) {
            return FormatReply{.driver = {}, .layers = {layer}};
        }
    }
}

Result<RasterReply> readInProcess(const RasterRequest& request, const QString& reader, const QString& module) {
    Reading reading(request.goesOn);
    return reading.start(reader, module, packed(request))
        .and_then([&] { return reading.message(); })
        .and_then([](const QByteArray& bytes) -> Result<RasterReply> {
            QDataStream stream(bytes);
            FormatMessage kind{};
            stream >> kind;
            return kind == FormatMessage::End ? endOf<RasterReply>(stream)
                                              : problem(Problem::Code::FormatUnreadable, brokeOff);
        });
}

} // namespace tiermap
