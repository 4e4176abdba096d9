#include "app/window/questions.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString words(const char* text) { return QCoreApplication::translate("Questions", text); }

QString projectFilter() { return words(QT_TRANSLATE_NOOP("Questions", "Tiermap projects (*.gpkg)")); }

QDir folder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(QSettings().value(u"projectFolder"_s, documents).toString());
}

QString remembered(const QString& file) {
    if (!file.isEmpty())
        QSettings().setValue(u"projectFolder"_s, QFileInfo(file).absolutePath());
    return file;
}

QString askFileToWrite(QWidget* parent, const QString& title, const QString& proposal) {
    QFileDialog dialog(parent, title, folder().path(), projectFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"gpkg"_s); // before the question whether to overwrite
    dialog.selectFile(proposal);
    return dialog.exec() == QDialog::Accepted ? remembered(dialog.selectedFiles().value(0)) : QString();
}

bool tell(QWidget* parent, const QString& sentence, const QString& offer) {
    QMessageBox box(QMessageBox::Warning, words(QT_TRANSLATE_NOOP("Questions", "Tiermap")), sentence,
                    QMessageBox::Close, parent);
    box.button(QMessageBox::Close)->setText(words(QT_TRANSLATE_NOOP("Questions", "Close")));
    box.setDefaultButton(QMessageBox::Close); // what is offered may replace something
    const QAbstractButton* offered = offer.isEmpty() ? nullptr : box.addButton(offer, QMessageBox::AcceptRole);
    box.exec();
    return offered && box.clickedButton() == offered;
}

void inform(QWidget* parent, const QString& sentence) {
    QMessageBox box(QMessageBox::Information, words(QT_TRANSLATE_NOOP("Questions", "Tiermap")), sentence,
                    QMessageBox::Ok, parent);
    box.exec();
}

} // namespace

Questions dialogs() {
    return {
        .fileToWrite = askFileToWrite,
        .fileToOpen =
            [](QWidget* parent, const QString& title) {
                return remembered(QFileDialog::getOpenFileName(parent, title, folder().path(), projectFilter()));
            },
        .fileToImport =
            [](QWidget* parent, const QString& title) {
                return remembered(QFileDialog::getOpenFileName(
                    parent, title, folder().path(),
                    words(QT_TRANSLATE_NOOP(
                        "Questions", "Tables and maps (*.csv *.xlsx *.ods *.shp *.dbf *.geojson *.json *.gpkg *.kml "
                                     "*.kmz *.fgb *.dxf *.txt *.tif *.tiff *.png *.jpg *.jp2 "
                                     "*.img);;All files (*)"))));
            },
        .formsToOpen =
            [](QWidget* parent, const QString& title) {
                const QStringList files = QFileDialog::getOpenFileNames(
                    parent, title, folder().path(),
                    words(QT_TRANSLATE_NOOP("Questions", "Spreadsheets (*.xlsx *.ods);;All files (*)")));
                remembered(files.value(0));
                return files;
            },
        .fileToExport =
            [](QWidget* parent, const QString& title, const QString& proposal, const QString& filter) {
                return QFileDialog::getSaveFileName(parent, title, proposal, filter);
            },
        .folder =
            [](QWidget* parent, const QString& title) {
                return remembered(QFileDialog::getExistingDirectory(parent, title, folder().path()));
            },
        .text =
            [](QWidget* parent, const QString& title, const QString& label, const QString& proposal) {
                return QInputDialog::getText(parent, title, label, QLineEdit::Normal, proposal);
            },
        .inform = inform,
        .tell = tell,
    };
}

} // namespace tiermap
