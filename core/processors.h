#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace tiermap {

/// How many threads are put to work at once: as many as the machine has processors, eight at most.
int processors();

/// Whether this thread is one of several that share the processors already.
inline thread_local bool sharesProcessors = false;

/// Does `work` on so many threads at once, of which the caller's is one, and waits for all.
template <class Work>
void onThreads(int threads, const Work& work) {
    if (threads <= 1)
        return work();
    const bool before = sharesProcessors;
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) {
        others.emplace_back([&work] {
            sharesProcessors = true;
            work();
        });
    }
    sharesProcessors = true;
    work();
    sharesProcessors = before;
}

/// Does work(i) for each number below `count`, in any order, on all processors; on the caller's thread alone where that is
/// one of several at work already. `work` throws nothing.
template <class Work>
void inParallel(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    onThreads(sharesProcessors ? 1 : static_cast<int>(std::min(count, static_cast<std::size_t>(processors()))), take);
}

} // namespace tiermap
