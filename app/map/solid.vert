#version 440

// The inside of fills; the block is that of ink.vert.

layout(location = 0) in vec2 position;
layout(location = 1) in vec4 color;

layout(location = 0) flat out vec4 inkColor;

layout(std140, binding = 0) uniform Ink {
    mat4 matrix;
    vec4 camera; // logical pixels per metre, where the origin lies (logical px), opacity
    vec4 screen;
    vec4 pattern;
};

void main() {
    vec2 pixel = camera.yz + vec2(1.0, -1.0) * (position * camera.x);
    float alpha = color.a * camera.w;
    inkColor = vec4(color.rgb * alpha, alpha);
    gl_Position = matrix * vec4(pixel, 0.0, 1.0);
}
