#include "app/session/named_register.h"

#include "app/session/language.h"
#include "maps/analysis/register_finds.h"
#include "maps/style/register_symbol.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

NamedRegister registerInFile(const QString& file, const RegisterChoices& choices) {
    return {.file = file,
            .choices = choices,
            .name = QFileInfo(file).completeBaseName(),
            .source = QFileInfo(file).fileName()};
}

Result<NamedRegister> keptRegister(const Project& project, const ReferenceLayer& layer) {
    return choicesOf(layer).transform([&](const RegisterChoices& choices) {
        NamedRegister kept = registerInFile(fileOf(layer, project.file), choices);
        kept.name = layer.name.in(interfaceLanguage());
        kept.source = layer.source.isEmpty() ? kept.source : layer.source;
        kept.color = QColor(layer.color);
        kept.shape = registerShape(project.layers, layer.key);
        return kept;
    });
}

QString filterWords(const RegisterFilter& filter) {
    QStringList asked;
    const auto add = [&](const QString& option, const QStringList& values) {
        if (!values.isEmpty())
            asked += option + u'=' + values.join(u',');
    };
    QStringList industries;
    for (const Industry& industry : filter.industries)
        industries += codeOf(industry);
    QStringList sizes;
    for (const EnterpriseSize size : filter.sizes)
        sizes += nameOf(size);
    const auto year = [](const std::optional<int>& number) { return number ? QString::number(*number) : QString(); };
    add(u"only"_s, industries);
    add(u"size-class"_s, sizes);
    if (filter.from || filter.to)
        add(u"founded"_s,
            {filter.from == filter.to ? year(filter.from) : year(filter.from) + u".."_s + year(filter.to)});
    if (!filter.text.isEmpty())
        add(u"containing"_s, {filter.text});
    return asked.join(u", "_s);
}

FigurePoints figurePoints(const NamedRegister& named, const RegisterPoints& read,
                          const std::shared_ptr<const RegisterFinds>& finds) {
    const QString filter = filterWords(named.choices.filter);
    return {.places = read.places,
            .name = named.name,
            .source = filter.isEmpty() ? named.source : named.source + u" ("_s + filter + u')',
            .color = named.color,
            .shape = named.shape,
            .finds = finds};
}

Result<FigurePoints> readPoints(const Project& project, const PlanShapes& shapes, const NamedRegister& named,
                                const std::function<void(const RegisterCount&)>& tell) {
    return loadRegister(project, shapes, named.file, named.choices).and_then([&](const RegisterPoints& read) {
        if (tell)
            tell(read.count);
        return findsOf(project.plan, shapes, read, named.choices).transform([&](const RegisterFinds& finds) {
            return figurePoints(named, read, std::make_shared<const RegisterFinds>(finds));
        });
    });
}

Result<std::vector<FigurePoints>> keptPoints(const Project& project, const PlanShapes& shapes, const FigureSpec& spec) {
    std::vector<FigurePoints> all;
    for (const ReferenceLayer& layer : spec.layers) {
        if (!layer.shown || layer.kind != ReferenceLayer::Kind::Register)
            continue;
        const auto points = keptRegister(project, layer).and_then([&](const NamedRegister& named) {
            return readPoints(project, shapes, named);
        });
        if (!points)
            return std::unexpected(points.error());
        all.push_back(*points);
    }
    return all;
}

} // namespace tiermap
