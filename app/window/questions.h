#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tiermap {

/// What a window asks and tells the person in front of it. Tests answer in their place.
struct Questions {
    // The path chosen; empty where none was.
    std::function<QString(QWidget* parent, const QString& title, const QString& proposal)> fileToWrite;
    std::function<QString(QWidget* parent, const QString& title)> fileToOpen;
    std::function<QString(QWidget* parent, const QString& title)> fileToImport;
    std::function<QStringList(QWidget* parent, const QString& title)> formsToOpen{};
    std::function<QString(QWidget* parent, const QString& title, const QString& proposal, const QString& filter)>
        fileToExport{};
    std::function<QString(QWidget* parent, const QString& title)> folder;

    /// A line of text, such as a key; empty where the person declines.
    std::function<QString(QWidget* parent, const QString& title, const QString& label, const QString& proposal)> text{};
    std::function<void(QWidget* parent, const QString& sentence)> inform{}; ///< of what went well
    /// Shows a sentence. `offer` labels what could be done about it, where anything; true where that is wanted.
    std::function<bool(QWidget* parent, const QString& sentence, const QString& offer)> tell;
};

/// Asks in the desktop's own dialogs, and remembers the folder.
Questions dialogs();

} // namespace tiermap
