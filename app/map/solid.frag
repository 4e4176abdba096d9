#version 440

// The inside of fills: most pixels of the map, and not one instruction more than they need.

layout(location = 0) flat in vec4 inkColor;

layout(location = 0) out vec4 fragColor;

void main() { fragColor = inkColor; }
