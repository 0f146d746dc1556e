//! The terminal a command was started from, on Windows.
//!
//! The program belongs to the window subsystem there, so that a double click opens no console beside the window. The
//! price: Windows gives such a program no terminal, and a command would print into nothing. So a command joins the
//! terminal of whoever started it. What was redirected to a file or a pipe stays redirected.

/// Joins the terminal this program was started from; without one (a double click, a service) nothing happens.
#[cfg(not(windows))]
pub(crate) fn join() {}

/// Joins the terminal this program was started from; without one (a double click, a service) nothing happens.
#[cfg(windows)]
#[allow(unsafe_code, reason = "the console is reached by system calls alone; each gets plain values")]
pub(crate) fn join() {
    use windows_sys::Win32::Foundation::{HANDLE, INVALID_HANDLE_VALUE};
    use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_UNKNOWN, GetFileType};
    use windows_sys::Win32::System::Console::{
        ATTACH_PARENT_PROCESS, AttachConsole, GetConsoleMode, GetStdHandle, STD_ERROR_HANDLE, STD_INPUT_HANDLE,
        STD_OUTPUT_HANDLE, SetStdHandle,
    };
    let streams = [STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE];
    // SAFETY: reads three values of this process; no other thread runs yet.
    let before = streams.map(|stream| (stream, unsafe { GetStdHandle(stream) }));
    // SAFETY: takes a number. It fails where there is no terminal, and then everything is as it was.
    if unsafe { AttachConsole(ATTACH_PARENT_PROCESS) } == 0 {
        return;
    }
    // Attaching may point the streams at the terminal; those that were a file, a pipe or NUL are put back.
    let redirected = |handle: HANDLE| {
        let mut mode = 0;
        // SAFETY: a handle that is none is answered with an error; `mode` outlives the call.
        !handle.is_null()
            && handle != INVALID_HANDLE_VALUE
            && unsafe { GetFileType(handle) != FILE_TYPE_UNKNOWN && GetConsoleMode(handle, &raw mut mode) == 0 }
    };
    for (stream, handle) in before {
        if redirected(handle) {
            // SAFETY: a handle this process was started with and has not closed.
            unsafe { SetStdHandle(stream, handle) };
        }
    }
}
