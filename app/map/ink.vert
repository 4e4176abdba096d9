#version 440

// Fills and strokes of the live map: projected metres in, a stroke's vertices moved aside by constant pixels.

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 aside;
layout(location = 2) in vec3 stroke; // along (m), side, half width (mm)
layout(location = 3) in vec4 color;

layout(location = 0) out vec4 inkColor;
layout(location = 1) out vec2 ground; // logical pixels from the mesh's origin, y up
layout(location = 2) out vec3 edge;   // along (logical px), distance from the middle and half width (device px)

layout(std140, binding = 0) uniform Ink {
    mat4 matrix;
    vec4 camera;  // logical pixels per metre, where the origin lies (logical px), opacity
    vec4 screen;  // logical pixels per mm, device pixels per logical pixel
    vec4 pattern; // mm
};

void main() {
    float dpr = screen.y;
    float halfWidth = max(stroke.z * screen.x * dpr, 0.5);
    float outer = halfWidth + 0.5; // room for the softened edge
    ground = position * camera.x;
    vec2 pixel = camera.yz + vec2(1.0, -1.0) * (ground + aside * (outer / dpr));
    inkColor = color;
    edge = vec3(stroke.x * camera.x, stroke.y * outer, halfWidth);
    gl_Position = matrix * vec4(pixel, 0.0, 1.0);
}
