#include "core/store/blob_header.h"
#include "tests/core/store/sample_project.h"

#include <QTest>

using namespace tiermap;

class BlobHeaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blobHeadersOfAnyKind();
};

void BlobHeaderTest::blobHeadersOfAnyKind() {
    const QPointF position(120.25, 30.5);
    const ShapeBlob blob = encodePosition(position);
    QCOMPARE(blob.size(), 29);
    QCOMPARE(decodePosition(blob), std::optional(position));
    QVERIFY(!statedEnvelope(blob));
    QCOMPARE(statedEnvelope(square(119, 30)), std::optional(QRectF(QPointF(119, 30), QPointF(119.1, 30.1))));

    // Another program may write an envelope before the point, or Z behind it.
    ShapeBlob other = square(119, 30).first(40) + blob.sliced(8) + QByteArray(8, '\0');
    other[41] = char(0xe9); // 1001: Point Z
    other[42] = char(0x03);
    QCOMPARE(decodePosition(other), std::optional(position));

    for (qsizetype size = 0; size < blob.size(); ++size) {
        QVERIFY(!decodePosition(blob.first(size)));
    }
    QVERIFY(!decodePosition(square(119, 30)));
    QVERIFY(!statedEnvelope(square(119, 30).first(39)));
}

QTEST_APPLESS_MAIN(BlobHeaderTest)
#include "blob_header_test.moc"
