#version 440

// Softens the edge of strokes by how much of the pixel they cover; with HATCH or DASH breaks their colour up.

layout(location = 0) in vec4 inkColor;
layout(location = 1) in vec2 ground;
layout(location = 2) in vec3 edge;

layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform Ink {
    mat4 matrix;
    vec4 camera;
    vec4 screen;
    vec4 pattern;
};

// Of a line of the given half width, what a pixel at this distance from its middle is covered by (device px).
float covered(float distance, float halfWidth) {
    return clamp(halfWidth + 0.5 - abs(distance), 0.0, 1.0);
}

#if defined(HATCH)
float broken() {
    float spacing = pattern.x * screen.x;
    float lines = dot(ground, vec2(-pattern.w, pattern.z)) / spacing;
    float distance = (lines - round(lines)) * spacing * screen.y;
    return covered(distance, max(pattern.y * screen.x * screen.y / 2.0, 0.5));
}
#elif defined(DASH)
float broken() {
    vec4 lengths = pattern * screen.x;
    float at = mod(edge.x, lengths.x + lengths.y + lengths.z + lengths.w);
    float second = lengths.x + lengths.y + lengths.z / 2.0;
    float period = lengths.x + lengths.y + lengths.z + lengths.w;
    float first = min(abs(at - lengths.x / 2.0), abs(at - period - lengths.x / 2.0));
    return max(covered(first * screen.y, lengths.x * screen.y / 2.0),
               covered((at - second) * screen.y, lengths.z * screen.y / 2.0));
}
#else
float broken() { return 1.0; }
#endif

void main() {
    float coverage = covered(edge.y, edge.z) * broken();
    float alpha = inkColor.a * coverage * camera.w;
    fragColor = vec4(inkColor.rgb * alpha, alpha);
}
