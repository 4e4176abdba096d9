#include "app/map/ink_material.h"

#include <QSGMaterialShader>

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
        static QSGMaterialType type;
        return &type;
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
    InkShader() {
        setShaderFileName(VertexStage, QStringLiteral(":/tiermap/map/ink.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/tiermap/map/ink.frag.qsb"));
    }

    bool updateUniformData(RenderState& state, QSGMaterial* newMaterial, QSGMaterial*) override {
        const auto* material = static_cast<const InkMaterial*>(newMaterial);
        const InkView& view = material->view();
        Uniforms uniforms{{},
                          {view.pixelsPerMetre, view.originX, view.originY, state.opacity()},
                          {view.pixelsPerMm, view.devicePixelRatio, static_cast<float>(material->pattern().kind), 0},
                          {}};
        std::memcpy(uniforms.matrix, state.combinedMatrix().constData(), sizeof uniforms.matrix);
        std::memcpy(uniforms.pattern, material->pattern().values.data(), sizeof uniforms.pattern);
        std::memcpy(state.uniformData()->data(), &uniforms, sizeof uniforms);
        return true;
    }
};

QSGMaterialShader* InkMaterial::createShader(QSGRendererInterface::RenderMode) const { return new InkShader; }

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

} // namespace

InkNode::InkNode(const InkBatch& batch, std::shared_ptr<const InkView> view) {
    auto* geometry = new QSGGeometry(attributes(), static_cast<int>(batch.vertices.size()),
                                     static_cast<int>(batch.indices.size()), QSGGeometry::UnsignedIntType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    std::memcpy(geometry->vertexData(), batch.vertices.data(), batch.vertices.size() * sizeof(InkVertex));
    std::memcpy(geometry->indexData(), batch.indices.data(), batch.indices.size() * sizeof(quint32));
    setGeometry(geometry);
    setFlag(OwnsGeometry);
    setMaterial(new InkMaterial(batch.pattern, std::move(view)));
    setFlag(OwnsMaterial);
}

void InkNode::recolour(const InkBatch& batch, const std::vector<InkColour>& colours) {
    auto* vertices = static_cast<InkVertex*>(geometry()->vertexData());
    for (const InkRun& run : batch.runs) {
        for (std::size_t i = run.first; i < run.first + run.count; ++i)
            vertices[i].color = colours[run.fill];
    }
    markDirty(DirtyGeometry);
}

} // namespace tiermap
