//! The plugin host: check, run within limits, pages ready to draw.
