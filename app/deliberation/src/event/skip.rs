//! What is left out when an event is written, because it is the usual.

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the form serde asks for")]
pub(super) fn is_zero(number: &u32) -> bool {
    *number == 0
}
