//! The desk window, the screen window and the look they share.

pub mod action;
pub mod dialogs;
pub mod keys;
pub mod look;
pub mod page;
pub mod screen;
