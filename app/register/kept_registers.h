#pragma once

#include "core/store/open_project.h"
#include "maps/analysis/register_finds.h"
#include "maps/figure/figure_spec.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace tiermap {

/// The registers that the project keeps and shows, beside the one that the panel works on. Read by a thread of its own.
class KeptRegisters : public QObject {
    Q_OBJECT

public:
    struct Kept {
        ReferenceLayer layer;
        std::shared_ptr<const RegisterPoints> read{}; ///< null: not yet, or it cannot be
        bool waits = true;                            ///< for the reading to end
        std::shared_ptr<const RegisterFinds> finds{}; ///< what is drawn with them; null: not yet
    };

    /// Project and shapes must outlive it.
    KeptRegisters(const OpenProject& project, const PlanShapes& shapes, QObject* parent = nullptr);
    ~KeptRegisters() override;

    void follow(const QString& besides); ///< the layers as they are now, but this one
    void readAnew();                     ///< the shapes have changed
    const std::vector<Kept>& shown() const { return m_shown; }
    bool isReading() const;

Q_SIGNALS:
    void changed();
    void unreadable(const QString& reason);

private:
    void read(const ReferenceLayer& layer);
    struct Read {
        std::shared_ptr<const RegisterPoints> points;
        std::shared_ptr<const RegisterFinds> finds{};
        std::optional<Problem> problem{}; ///< why nothing could be looked for
    };

    void take(int round, const ReferenceLayer& layer, const Result<Read>& read);

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    std::vector<Kept> m_shown;
    std::atomic<int> m_round = 0; ///< of shapes; what was read of older ones does not count
    std::atomic<bool> m_stopped = false;
    QThreadPool m_thread; ///< last: its tasks use the others
};

} // namespace tiermap
