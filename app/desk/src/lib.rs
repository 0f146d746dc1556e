//! The desk window, the screen window and the look they share.

pub mod look;
