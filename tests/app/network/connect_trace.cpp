// Loaded before the C library (LD_PRELOAD): writes a line to $CONNECT_TRACE for each connection that is asked for, and
// each datagram, but for sockets of this machine's file system and those that speak with its kernel.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace {

void note(const char* call, const sockaddr* address) {
    const char* file = std::getenv("CONNECT_TRACE");
    if (file == nullptr || address == nullptr || address->sa_family == AF_UNIX || address->sa_family == AF_UNSPEC ||
        address->sa_family == AF_NETLINK)
        return;
    if (std::FILE* out = std::fopen(file, "a")) {
        std::fprintf(out, "%s family %d\n", call, address->sa_family);
        std::fclose(out);
    }
}

} // namespace

extern "C" int connect(int socket, const sockaddr* address, socklen_t length) {
    note("connect", address);
    const auto next = reinterpret_cast<int (*)(int, const sockaddr*, socklen_t)>(dlsym(RTLD_NEXT, "connect"));
    return next(socket, address, length);
}

extern "C" ssize_t sendto(int socket, const void* data, size_t size, int flags, const sockaddr* address,
                          socklen_t length) {
    note("sendto", address);
    const auto next = reinterpret_cast<ssize_t (*)(int, const void*, size_t, int, const sockaddr*, socklen_t)>(
        dlsym(RTLD_NEXT, "sendto"));
    return next(socket, data, size, flags, address, length);
}
