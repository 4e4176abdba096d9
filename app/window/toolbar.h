#pragma once

#include <QToolBar>

namespace tiermap {

/// The window's one toolbar: words beside the icons where they fit, icons alone where they do not, so that nothing of it
/// is ever hidden behind an arrow.
class Toolbar : public QToolBar {
    Q_OBJECT

public:
    explicit Toolbar(QWidget* parent = nullptr);

    void addAtEnd(QWidget* field); ///< an input, at the far end

protected:
    bool event(QEvent* event) override;

private:
    void fit();

    bool m_fitting = false;
};

} // namespace tiermap
