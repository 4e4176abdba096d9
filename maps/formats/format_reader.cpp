// The process that reads a file for the program (format_process.h): tiermap_reader MODULE, the request on standard input,
// the answer on standard output. It does what it is told and ends; it has no part of Tiermap but the GDAL module.

#include "maps/formats/format_message.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QFile>
#include <QLibrary>
#include <QtEndian>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace tiermap;

namespace {

constexpr qsizetype batchSize = qsizetype{64} << 10; ///< bytes of rows that go out at once

/// A pathological file takes no more than this, and leaves nothing behind.
void limitResources() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes
    constexpr rlim_t most = rlim_t{8} << 30;
    const rlimit memory{most, most};
    setrlimit(RLIMIT_AS, &memory);
#endif
}

/// What libraries print must not get between the messages: standard output becomes nothing, and this the way out.
int takeStandardOutput() {
    const int out = dup(STDOUT_FILENO);
    const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nothing, STDOUT_FILENO);
    return out;
}

class Answer {
public:
    explicit Answer(int out) { m_out.open(out, QIODevice::WriteOnly | QIODevice::Unbuffered); }

    template <class... Values>
    void send(FormatMessage kind, const Values&... values) {
        QByteArray bytes(sizeof(quint32), '\0');
        QDataStream stream(&bytes, QDataStream::WriteOnly | QDataStream::Append);
        ((stream << kind) << ... << values);
        qToBigEndian(static_cast<quint32>(bytes.size() - sizeof(quint32)), bytes.data());
        m_out.write(bytes); // where nobody listens any more, a signal ends this process
    }

private:
    QFile m_out;
};

qsizetype sizeOf(const RawRow& row) {
    qsizetype size = row.wkb.size();
    for (const QVariant& cell : row.cells) {
        size += cell.typeId() == QMetaType::QString ? 2 * cell.toString().size() : 8;
    }
    return size;
}

void answer(FormatRequest request, bool takes, ReadFormat* read, Answer& answer) {
    QList<RawRow> batch;
    qsizetype size = 0;
    double reached = 0;
    bool begun = false;
    const auto sendBatch = [&] {
        answer.send(FormatMessage::Rows, reached, batch);
        batch.clear();
        size = 0;
    };
    if (takes) {
        request.take = [&](const SourceLayer& layer, const RawRow& row, double part) {
            if (!begun) {
                answer.send(FormatMessage::Layer, layer);
                begun = true;
            }
            batch << row;
            size += sizeOf(row);
            reached = part;
            if (size >= batchSize) {
                sendBatch();
            }
            return true;
        };
    }
    FormatResult result;
    (*read)(request, &result);
    if (!batch.isEmpty()) {
        sendBatch();
    }
    answer.send(FormatMessage::End, result);
}

/// Calls an entry point of the module; without it the answer is why.
template <class Function, class Reply>
void call(QLibrary& module, const char* name, Answer& out, const std::function<void(Function*)>& with) {
    if (auto* found = reinterpret_cast<Function*>(module.resolve(name))) {
        with(found);
    } else {
        out.send(FormatMessage::End, Result<Reply>(std::unexpected(Problem{.code = Problem::Code::ModuleMissing,
                                                                           .arguments = {module.errorString()}})));
    }
}

} // namespace

int main(int argc, char** argv) {
    limitResources();
    Answer out(takeStandardOutput());
    QFile in;
    if (argc != 2 || !in.open(stdin, QIODevice::ReadOnly)) {
        return EXIT_FAILURE;
    }
    const UnpackedRequest asked = unpacked(in.readAll());
    QLibrary module(QFile::decodeName(argv[1]));
    if (const auto* raster = std::get_if<RasterRequest>(&asked.request)) {
        call<ReadRaster, RasterReply>(module, readRasterName, out, [&](ReadRaster* read) {
            RasterResult result;
            (*read)(*raster, &result);
            out.send(FormatMessage::End, result);
        });
    } else {
        call<ReadFormat, FormatReply>(module, readFormatName, out, [&](ReadFormat* read) {
            answer(std::get<FormatRequest>(asked.request), asked.takes, read, out);
        });
    }
    std::_Exit(EXIT_SUCCESS); // GDAL tidies up for longer than a small file takes
}
