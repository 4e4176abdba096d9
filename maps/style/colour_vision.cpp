#include "maps/style/colour_vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tiermap {

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix luminance{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

float encoded(double linear) {
    const double v = std::clamp(linear, 0.0, 1.0);
    return static_cast<float>(v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055);
}

const Matrix* matrixOf(Vision vision) {
    switch (vision) {
    case Vision::Normal:
        return nullptr;
    case Vision::Protan:
        return &protan;
    case Vision::Deutan:
        return &deutan;
    case Vision::Tritan:
        return &tritan;
    case Vision::Grey:
        return &luminance;
    }
    return nullptr;
}

} // namespace

LinearRgb linearRgb(const QColor& color) {
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

QColor seenWith(Vision vision, const QColor& color) {
    const Matrix* matrix = matrixOf(vision);
    if (!matrix)
        return color;
    const LinearRgb rgb = linearRgb(color);
    const auto row = [&](std::size_t i) {
        return encoded((*matrix)[i][0] * rgb.red + (*matrix)[i][1] * rgb.green + (*matrix)[i][2] * rgb.blue);
    };
    return QColor::fromRgbF(row(0), row(1), row(2));
}

} // namespace tiermap
