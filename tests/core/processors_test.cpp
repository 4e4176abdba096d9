#include "core/processors.h"

#include <QTest>

#include <mutex>
#include <set>

using namespace tiermap;

class ProcessorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsDoneOnce();
    void nothingToDo();
    void asManyThreadsAsWanted();
    void workWithinWorkStaysOnItsThread();
};

void ProcessorsTest::eachIsDoneOnce() {
    QVERIFY(processors() >= 1);
    QVERIFY(processors() <= 8);
    std::vector<std::atomic<int>> done(1000);
    inParallel(done.size(), [&](std::size_t i) { ++done[i]; });
    QVERIFY(std::ranges::all_of(done, [](const std::atomic<int>& times) { return times == 1; }));
}

void ProcessorsTest::nothingToDo() {
    inParallel(0, [](std::size_t) { QFAIL("there is nothing to do"); });
}

void ProcessorsTest::asManyThreadsAsWanted() {
    for (const int threads : {0, 1, 3}) {
        std::mutex telling;
        std::set<std::thread::id> seen;
        onThreads(threads, [&] {
            const std::scoped_lock lock(telling);
            seen.insert(std::this_thread::get_id());
        });
        QCOMPARE(seen.size(), static_cast<std::size_t>(std::max(1, threads)));
        QVERIFY(seen.contains(std::this_thread::get_id()));
    }
}

/// Pages that are drawn at the same time do not ask for the processors once more.
void ProcessorsTest::workWithinWorkStaysOnItsThread() {
    std::atomic<int> strayed = 0;
    onThreads(3, [&] {
        const std::thread::id own = std::this_thread::get_id();
        inParallel(100, [&](std::size_t) { strayed += std::this_thread::get_id() == own ? 0 : 1; });
    });
    QCOMPARE(strayed.load(), 0);
    QVERIFY(!sharesProcessors);
    onThreads(1, [&] { QVERIFY(!sharesProcessors); }); // one alone shares them with no other
}

QTEST_APPLESS_MAIN(ProcessorsTest)
#include "processors_test.moc"
