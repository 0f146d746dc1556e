//! Plugged and unplugged monitors under X11, where the window library keeps its first list of them for ever.
//!
//! It waits for the server to announce a change of the screen, but Xlib drops that announcement because nobody told it
//! of the extension it comes from. It reads the list again whenever the resources of a window change, though: so this
//! listens on a connection of its own and, at a change of the monitors, touches that property of our own window.

use raw_window_handle::{HasWindowHandle, RawWindowHandle};
use x11rb::connection::Connection as _;
use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
use x11rb::protocol::xproto::{AtomEnum, PropMode};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// A connection that hears of monitors.
pub(super) struct Plugs {
    connection: RustConnection,
    window: u32,
}

impl Plugs {
    /// Listens from now on; nothing to listen to where the window is none of X11's.
    pub(super) fn watch(window: &impl HasWindowHandle) -> Option<Plugs> {
        let window = match window.window_handle().ok()?.as_raw() {
            RawWindowHandle::Xlib(handle) => u32::try_from(handle.window).ok()?,
            RawWindowHandle::Xcb(handle) => handle.window.get(),
            _ => return None,
        };
        Plugs::listen(window).inspect_err(|error| tracing::warn!(%error, "plugged monitors will not be noticed")).ok()
    }

    fn listen(window: u32) -> Result<Plugs, Box<dyn std::error::Error>> {
        let (connection, screen) = RustConnection::connect(None)?;
        let root = connection.setup().roots.get(screen).ok_or("no screen")?.root;
        let wanted = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE | NotifyMask::OUTPUT_CHANGE;
        connection.randr_select_input(root, wanted)?.check()?;
        Ok(Plugs { connection, window })
    }

    /// If there was a change since this was last asked, the window library is made to read the list again.
    pub(super) fn pass_on(&mut self) {
        let mut changed = false;
        while let Ok(Some(_)) = self.connection.poll_for_event() {
            changed = true;
        }
        if !changed {
            return;
        }
        let property = u32::from(AtomEnum::RESOURCE_MANAGER);
        let kind = u32::from(AtomEnum::STRING);
        let touched = self.connection.change_property8(PropMode::REPLACE, self.window, property, kind, b"");
        let sent = touched.map(drop).and_then(|()| self.connection.flush());
        if let Err(error) = sent {
            tracing::warn!(%error, "a change of the monitors could not be passed on");
        }
    }
}
