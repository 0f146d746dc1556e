//! Desktops for the real windows: one without a monitor, and one with monitors that can be plugged and unplugged.
//!
//! Needs Xvfb, Xorg with its dummy driver, xrandr, openbox, xdotool and ImageMagick, which `tests/all` installs. Waits look
//! at what is there, never at the clock alone.
#![allow(unreachable_pub, dead_code, reason = "each test target uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed helper is a failed test")]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longer than any of this takes on a slow machine.
pub const PATIENCE: Duration = Duration::from_mins(2);

/// Looks until there is something; stops the test with `what` if there never is.
#[track_caller]
pub fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// A place on the desktop, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

impl Area {
    pub const fn new(x: i32, y: i32, width: u32, height: u32) -> Area {
        Area { x, y, width, height }
    }
}

/// A picture as three bytes a pixel. Two that no eye tells apart are equal: letters that were drawn at another moment lie
/// elsewhere in their texture and come out a step or two of 256 lighter or darker.
#[derive(Clone, Debug)]
pub struct Picture(pub Vec<u8>);

/// Steps of a colour that nobody sees.
const UNSEEN: u8 = 4;

impl PartialEq for Picture {
    fn eq(&self, other: &Picture) -> bool {
        let alike = |(one, other): (&u8, &u8)| one.abs_diff(*other) <= UNSEEN;
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(alike)
    }
}

impl Picture {
    /// How many colours it has.
    pub fn colours(&self) -> usize {
        let mut colours: Vec<&[u8]> = self.0.chunks_exact(3).collect();
        colours.sort_unstable();
        colours.dedup();
        colours.len()
    }

    /// How many pixels have this colour.
    pub fn count(&self, colour: [u8; 3]) -> usize {
        self.0.chunks_exact(3).filter(|pixel| *pixel == colour).count()
    }
}

/// A desktop of its own; ends with the test.
pub struct Desktop {
    server: Child,
    manager: Option<Child>,
    display: String,
    /// Configuration and log of the server.
    folder: tempfile::TempDir,
}

/// Monitors of sizes that are found in halls; the driver has sixteen outputs, all but the first unplugged.
const DUMMY: &str = r#"
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "desk" 106.50 1440 1528 1672 1904 900 903 909 934
  Modeline "wide" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
  Modeline "old" 65.00 1024 1048 1184 1344 768 771 777 806
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "desk"
    Virtual 3840 2160
  EndSubSection
EndSection
"#;

impl Desktop {
    /// One screen and no window manager.
    pub fn new() -> Desktop {
        Desktop::begin("xvfb", "Xvfb", &["-screen", "0", "1600x1000x24"])
    }

    /// The same, without OpenGL of any kind: give the program [`Desktop::no_graphics`] too.
    pub fn without_graphics() -> Desktop {
        Desktop::begin("xvfb", "Xvfb", &["-screen", "0", "1600x1000x24", "-extension", "GLX"])
    }

    /// What keeps a program from drawing past the X server.
    pub const NO_GRAPHICS: [(&'static str, &'static str); 2] =
        [("__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent"), ("__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent")];

    /// A desk's monitor of 1440 × 900 at the left, and more to be plugged; with a window manager.
    pub fn with_monitors() -> Desktop {
        let packages = "xserver-xorg-core and xserver-xorg-video-dummy";
        let mut desktop =
            Desktop::begin(packages, "Xorg", &["-noreset", "-novtswitch", "-sharevts", "-config", "FOLDER/dummy.conf"]);
        let manager = Command::new("openbox")
            .env("DISPLAY", &desktop.display)
            .env("HOME", desktop.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("no window manager: the package openbox is not installed; tests/all installs it");
        desktop.manager = Some(manager);
        until("the window manager", || {
            desktop.run("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"]).contains("window id").then_some(())
        });
        desktop
    }

    fn begin(packages: &str, program: &str, words: &[&str]) -> Desktop {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("dummy.conf"), DUMMY).unwrap();
        let at = folder.path().to_str().unwrap();
        let mut command = Command::new(program);
        command.args(["-displayfd", "1", "-nolisten", "tcp"]);
        command.args(words.iter().map(|word| word.replace("FOLDER", at)));
        if program == "Xorg" {
            command.args(["-logfile", &format!("{at}/log")]);
        }
        // Two servers that look for a free number at the same moment can both take it: one at a time.
        let turn = std::fs::File::create(std::env::temp_dir().join("fangzhuo-desktop.turn")).unwrap();
        turn.lock().unwrap();
        let mut server =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap_or_else(|error| {
                panic!("no desktop ({error}): {packages} not installed; tests/all installs it")
            });
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        drop(turn);
        if number.trim().is_empty() {
            let log = std::fs::read_to_string(folder.path().join("log")).unwrap_or_default();
            let errors: Vec<&str> = log.lines().filter(|line| line.contains("(EE)")).collect();
            panic!("{program} did not start; are {packages} installed? tests/all installs them\n{}", errors.join("\n"));
        }
        Desktop { server, manager: None, display: format!(":{}", number.trim()), folder }
    }

    /// Runs a program of this desktop and gives what it says.
    pub fn run(&self, program: &str, words: &[&str]) -> String {
        let output = Command::new(program)
            .args(words)
            .env("DISPLAY", &self.display)
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap_or_else(|error| panic!("{program} ({error}) is not installed; tests/all installs it"));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    pub fn xdotool(&self, words: &[&str]) -> String {
        self.run("xdotool", words)
    }

    /// Plugs a monitor: its mode, and where its left edge lies.
    pub fn plug(&self, output: &str, mode: &str, x: u32) {
        self.run("xrandr", &["--addmode", output, mode]);
        self.run("xrandr", &["--output", output, "--mode", mode, "--pos", &format!("{x}x0")]);
    }

    pub fn unplug(&self, output: &str) {
        self.run("xrandr", &["--output", output, "--off"]);
    }

    /// The windows that can be seen, by their class.
    pub fn windows(&self, class: &str) -> Vec<String> {
        self.xdotool(&["search", "--onlyvisible", "--class", class]).lines().map(str::to_owned).collect()
    }

    /// Where a window lies.
    pub fn area(&self, window: &str) -> Option<Area> {
        let said = self.xdotool(&["getwindowgeometry", "--shell", window]);
        let value = |key: &str| said.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('=')?.parse().ok());
        let size = |key: &str| value(key).and_then(|size: i32| u32::try_from(size).ok());
        Some(Area::new(value("X")?, value("Y")?, size("WIDTH")?, size("HEIGHT")?))
    }

    /// Presses a key with a window in focus.
    pub fn press(&self, window: &str, key: &str) {
        self.xdotool(&["windowfocus", "--sync", window, "key", key]);
    }

    /// The picture of the whole desktop.
    pub fn picture(&self) -> Picture {
        self.import(&[])
    }

    /// The picture of a part of it.
    pub fn picture_of(&self, area: Area) -> Picture {
        let Area { x, y, width, height } = area;
        self.import(&["-crop", &format!("{width}x{height}+{x}+{y}")])
    }

    fn import(&self, words: &[&str]) -> Picture {
        let output = Command::new("import")
            .args(["-display", &self.display, "-window", "root", "-depth", "8"])
            .args(words)
            .arg("rgb:-")
            .output()
            .expect("ImageMagick is not installed; tests/all installs it");
        Picture(output.stdout)
    }

    /// Keeps a picture for people to look at, where `FANGZHUO_PICTURES` names a folder.
    pub fn keep(&self, name: &str) {
        if let Some(folder) = std::env::var_os("FANGZHUO_PICTURES") {
            let file = Path::new(&folder).join(name).with_extension("png");
            self.run("import", &["-window", "root", file.to_str().unwrap()]);
        }
    }

    /// Two pictures of an area in a row that are alike.
    pub fn still(&self, area: Area) -> Picture {
        until("a still picture", || {
            let once = self.picture_of(area);
            std::thread::sleep(Duration::from_millis(300));
            (self.picture_of(area) == once && once.colours() > 20).then_some(once)
        })
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.manager.iter_mut().chain([&mut self.server]) {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The program in a home of its own.
pub struct Program(Child);

impl Program {
    pub fn start(desktop: &Desktop, home: &Path, words: &[&str]) -> Program {
        Program(Program::command(desktop, home, words).stderr(Stdio::null()).spawn().unwrap())
    }

    /// The call of the program, to be started otherwise.
    pub fn command(desktop: &Desktop, home: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fangzhuo"));
        command.args(words).env("DISPLAY", &desktop.display).env("HOME", home);
        for place in ["WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DBUS_SESSION_BUS_ADDRESS", "FANGZHUO_LOG"]
        {
            command.env_remove(place);
        }
        command
    }

    /// Its number in the system.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Its exit code, if it has ended.
    pub fn ended(&mut self) -> Option<i32> {
        self.0.try_wait().unwrap().map(|status| status.code().unwrap_or(-1))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
