#include "maps/export/comparison_workbook.h"

#include "maps/export/calculation_sheet.h"
#include "maps/export/staged_files.h"

namespace tiermap {

Result<void> writeComparisonWorkbook(const QString& file, const Plan& plan, const Comparison& comparison,
                                     Language language) {
    Result<StagedFiles> staged = StagedFiles::beside(file);
    if (!staged) {
        return std::unexpected(staged.error());
    }
    const auto unwritable = [&](const QString& reason) {
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {reason}});
    };
    Book book(staged->path(), language);
    if (!book.isOpen()) {
        return unwritable(qt_error_string());
    }
    CalculationPages pages(book);
    const Calculation calculation{pages, plan, comparison, language};
    writeValuesSheet(calculation);
    writeSourcesSheet(calculation);
    writeScaledSheet(calculation);
    writeWeightsSheet(calculation);
    const Result<void> written = writeScoresSheet(calculation);
    writeMethodsSheet(calculation);
    writeSamplingSheet(calculation);
    const lxw_error error = book.close();
    if (!written) {
        return written;
    }
    if (error != LXW_NO_ERROR) {
        return unwritable(QString::fromUtf8(lxw_strerror(error)));
    }
    return staged->putInPlace(true).transform([](const QStringList&) {});
}

} // namespace tiermap
