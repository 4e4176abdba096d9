#!/usr/bin/env python3
"""A figure as QGIS makes it, for the bench to stand beside ours: districts coloured and labelled, legend, scale bar,
title, on A4, as PDF and as PNG of 300 dpi, in one process without a window.

usage: qgis_figure.py ZONES.geojson OUT.pdf OUT.png
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRendererCategory,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QRectF


def styled(path):
    layer = QgsVectorLayer(path, "zones", "ogr")
    field = "code"
    colours = ["#225a96", "#5fa8cb", "#b9d77a", "#dfe9c0", "#8c6bb1"]
    values = sorted({feature[field] for feature in layer.getFeatures()})
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            field,
            [
                QgsRendererCategory(
                    value, QgsFillSymbol.createSimple({"color": colours[i % len(colours)], "outline_width": "0.3"}), value
                )
                for i, value in enumerate(values)
            ],
        )
    )
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def placed(item, layout, x, y, width, height):
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, QgsUnitTypes.LayoutMillimeters))
    if width:
        item.attemptResize(QgsLayoutSize(width, height, QgsUnitTypes.LayoutMillimeters))
    return item


def main(zones, pdf, png):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    layer = styled(zones)
    assert layer.isValid() and layer.featureCount() > 0
    project.addMapLayer(layer)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    sheet = placed(QgsLayoutItemMap(layout), layout, 10, 20, 277, 170)
    sheet.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    sheet.setRect(QRectF(0, 0, 277, 170))
    extent = layer.extent()
    from qgis.core import QgsCoordinateTransform

    sheet.zoomToExtent(QgsCoordinateTransform(layer.crs(), sheet.crs(), project).transformBoundingBox(extent))
    legend = placed(QgsLayoutItemLegend(layout), layout, 12, 22, 0, 0)
    legend.setLinkedMap(sheet)
    bar = placed(QgsLayoutItemScaleBar(layout), layout, 12, 192, 0, 0)
    bar.setLinkedMap(sheet)
    bar.applyDefaultSize()
    title = QgsLayoutItemLabel(layout)
    title.setText("Hangzhou")
    placed(title, layout, 10, 8, 200, 10)
    exporter = QgsLayoutExporter(layout)
    done = exporter.exportToPdf(pdf, QgsLayoutExporter.PdfExportSettings())
    image = QgsLayoutExporter.ImageExportSettings()
    image.dpi = 300
    done_too = exporter.exportToImage(png, image)
    sys.stdout.flush()
    # QGIS takes its time to end; what is measured is how long the figure takes.
    os._exit(0 if done == done_too == QgsLayoutExporter.Success else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
