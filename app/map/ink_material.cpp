#include "app/map/ink_material.h"

#include <QSGMaterialShader>

#include <array>
#include <cstddef>
#include <cstring>

namespace tiermap {

namespace {

class InkMaterial : public QSGMaterial {
public:
    InkMaterial(const InkPattern& pattern, std::shared_ptr<const InkView> view)
        : m_pattern(pattern)
        , m_view(std::move(view)) {
        // Batching would move vertices on the processor at every camera move.
        setFlag(Blending | RequiresFullMatrix | NoBatching);
    }

    QSGMaterialType* type() const override {
        static std::array<QSGMaterialType, 4> types; // by kind of pattern: each has a shader of its own
        return &types[static_cast<std::size_t>(m_pattern.kind)];
    }
    QSGMaterialShader* createShader(QSGRendererInterface::RenderMode) const override;
    int compare(const QSGMaterial* other) const override { return this < other ? -1 : (this == other ? 0 : 1); }

    const InkPattern& pattern() const { return m_pattern; }
    const InkView& view() const { return *m_view; }

private:
    InkPattern m_pattern;
    std::shared_ptr<const InkView> m_view;
};

/// The uniform block of ink.vert and ink.frag (std140).
struct Uniforms {
    float matrix[16];
    float camera[4];
    float screen[4];
    float pattern[4];
};

class InkShader : public QSGMaterialShader {
public:
    explicit InkShader(InkPattern::Kind kind) {
        const bool isSolid = kind == InkPattern::Kind::Solid;
        setFlag(UpdatesGraphicsPipelineState, isSolid);
        setShaderFileName(VertexStage, isSolid ? QStringLiteral(":/tiermap/map/solid.vert.qsb")
                                               : QStringLiteral(":/tiermap/map/ink.vert.qsb"));
        setShaderFileName(FragmentStage,
                          isSolid                           ? QStringLiteral(":/tiermap/map/solid.frag.qsb")
                          : kind == InkPattern::Kind::Hatch ? QStringLiteral(":/tiermap/map/hatch.frag.qsb")
                          : kind == InkPattern::Kind::Dash  ? QStringLiteral(":/tiermap/map/dash.frag.qsb")
                                                            : QStringLiteral(":/tiermap/map/ink.frag.qsb"));
    }

    bool updateGraphicsPipelineState(RenderState&, GraphicsPipelineState* state, QSGMaterial*, QSGMaterial*) override {
        state->blendEnable = false; // solid ink hides what lies below
        return true;
    }

    bool updateUniformData(RenderState& state, QSGMaterial* newMaterial, QSGMaterial*) override {
        const auto* material = static_cast<const InkMaterial*>(newMaterial);
        const InkView& view = material->view();
        Uniforms uniforms{{},
                          {view.pixelsPerMetre, view.originX, view.originY, state.opacity()},
                          {view.pixelsPerMm, view.devicePixelRatio, 0, 0},
                          {}};
        std::memcpy(uniforms.matrix, state.combinedMatrix().constData(), sizeof uniforms.matrix);
        std::memcpy(uniforms.pattern, material->pattern().values.data(), sizeof uniforms.pattern);
        std::memcpy(state.uniformData()->data(), &uniforms, sizeof uniforms);
        return true;
    }
};

QSGMaterialShader* InkMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new InkShader(m_pattern.kind);
}

const QSGGeometry::AttributeSet& attributes() {
    static_assert(offsetof(InkVertex, along) == 16 && offsetof(InkVertex, color) == 28 && sizeof(InkVertex) == 32);
    static const QSGGeometry::Attribute list[] = {
        QSGGeometry::Attribute::create(0, 2, QSGGeometry::FloatType, true),
        QSGGeometry::Attribute::create(1, 2, QSGGeometry::FloatType),
        QSGGeometry::Attribute::create(2, 3, QSGGeometry::FloatType),
        QSGGeometry::Attribute::create(3, 4, QSGGeometry::UnsignedByteType),
    };
    static const QSGGeometry::AttributeSet set{4, sizeof(InkVertex), list};
    return set;
}

bool isSolid(const InkPattern& pattern) { return pattern.kind == InkPattern::Kind::Solid; }

} // namespace

InkNode::InkNode(const InkBatch& batch, std::shared_ptr<const InkView> view) {
    auto* geometry =
        new QSGGeometry(isSolid(batch.pattern) ? QSGGeometry::defaultAttributes_ColoredPoint2D() : attributes(), 0, 0,
                        QSGGeometry::UnsignedIntType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    setGeometry(geometry);
    setFlag(OwnsGeometry);
    setMaterial(new InkMaterial(batch.pattern, std::move(view)));
    setFlag(OwnsMaterial);
    reshape(batch);
}

void InkNode::reshape(const InkBatch& batch) {
    geometry()->allocate(static_cast<int>(batch.vertices.size()), static_cast<int>(batch.indices.size()));
    if (isSolid(batch.pattern)) {
        auto* point = geometry()->vertexDataAsColoredPoint2D();
        for (const InkVertex& vertex : batch.vertices)
            (point++)->set(vertex.x, vertex.y, vertex.color[0], vertex.color[1], vertex.color[2], vertex.color[3]);
    } else {
        std::memcpy(geometry()->vertexData(), batch.vertices.data(), batch.vertices.size() * sizeof(InkVertex));
    }
    std::memcpy(geometry()->indexData(), batch.indices.data(), batch.indices.size() * sizeof(quint32));
    markDirty(DirtyGeometry);
}

const InkPattern& InkNode::pattern() const { return static_cast<const InkMaterial*>(material())->pattern(); }

void InkNode::recolour(const InkBatch& batch, const std::vector<InkColour>& colours) {
    const auto each = [&](auto* vertices, const auto& set) {
        for (const InkRun& run : batch.runs) {
            for (std::size_t i = run.first; i < run.first + run.count; ++i)
                set(vertices[i], colours[run.fill]);
        }
    };
    if (isSolid(batch.pattern))
        each(geometry()->vertexDataAsColoredPoint2D(), [](QSGGeometry::ColoredPoint2D& point, const InkColour& to) {
            point.set(point.x, point.y, to[0], to[1], to[2], to[3]);
        });
    else
        each(static_cast<InkVertex*>(geometry()->vertexData()),
             [](InkVertex& vertex, const InkColour& to) { vertex.color = to; });
    markDirty(DirtyGeometry);
}

} // namespace tiermap
