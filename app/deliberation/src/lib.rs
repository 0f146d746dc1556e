//! The meeting itself: pure values and rules, no I/O, no clock, no drawing.
