//! Looks at real windows from outside, as an X client beside them: when their first frame is there, whether they draw while
//! nothing happens, how soon both show a deed that is on the disk, how much memory they hold.
//!
//! Usage: windows OUR_PROGRAM DEMO_PROGRAM FILE ROUNDS on a display of its own without a window manager, where FILE is a
//! meeting with an open roll-call. A frame is there when the server reports damage of a window that can be seen.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConfigureWindowAux, ConnectionExt as _, EventMask, InputFocus, KEY_PRESS_EVENT,
    KEY_RELEASE_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

type Fails<T> = Result<T, Box<dyn Error>>;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(60);
/// Nothing drawn for so long: it stands still.
const STILL: Duration = Duration::from_secs(2);
/// How long a program that has nothing to do is watched.
const IDLE: Duration = Duration::from_secs(10);
/// Smaller windows are the toolkit's own.
const SMALLEST: u16 = 200;

const F5: u32 = 0xffc2;
const B: u32 = b'b' as u32;
const ONE: u32 = b'1' as u32;

/// The display with the windows that were seen on it.
struct Display {
    x: RustConnection,
    root: Window,
    /// Where each window is, in the order they came.
    windows: Vec<Window>,
}

impl Display {
    fn open() -> Fails<Display> {
        let (x, screen) = x11rb::connect(None)?;
        let root = x.setup().roots[screen].root;
        let watch = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        x.change_window_attributes(root, &watch)?;
        x.damage_query_version(1, 1)?.reply()?;
        x.flush()?;
        Ok(Display { x, root, windows: Vec::new() })
    }

    /// Takes in what happened until now: the windows that were drawn in, with the moment it was learnt.
    fn drawn(&mut self) -> Fails<Vec<(Window, Instant)>> {
        let mut drawn = Vec::new();
        while let Some(event) = self.x.poll_for_event()? {
            match event {
                Event::MapNotify(map) => self.watch(map.window)?,
                Event::UnmapNotify(unmap) => self.windows.retain(|window| *window != unmap.window),
                Event::DamageNotify(damage) => drawn.push((damage.drawable, Instant::now())),
                _ => {}
            }
        }
        drawn.retain(|(window, _)| self.windows.contains(window));
        Ok(drawn)
    }

    fn watch(&mut self, window: Window) -> Fails<()> {
        let Ok(area) = self.x.get_geometry(window)?.reply() else { return Ok(()) };
        if area.width < SMALLEST || area.height < SMALLEST || self.windows.contains(&window) {
            return Ok(());
        }
        let damage = self.x.generate_id()?;
        self.x.damage_create(damage, window, ReportLevel::RAW_RECTANGLES)?;
        self.x.flush()?;
        self.windows.push(window);
        Ok(())
    }

    /// Waits until a window was drawn in; when.
    fn first_frame(&mut self) -> Fails<Instant> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some((_, at)) = self.drawn()?.first() {
                return Ok(*at);
            }
            sleep(Duration::from_micros(200));
        }
        Err("no frame in a minute".into())
    }

    /// Waits until nothing is drawn any more.
    fn still(&mut self) -> Fails<()> {
        let (began, mut last) = (Instant::now(), Instant::now());
        while last.elapsed() < STILL {
            if !self.drawn()?.is_empty() {
                last = Instant::now();
            }
            if began.elapsed() > PATIENCE {
                return Err("it never stands still".into());
            }
            sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// The last window was drawn in for the last time within `quiet`, from now on; when each was first.
    fn frames(&mut self, quiet: Duration, meanwhile: &mut dyn FnMut()) -> Fails<BTreeMap<Window, Instant>> {
        let (mut first, began) = (BTreeMap::new(), Instant::now());
        while began.elapsed() < quiet {
            for (window, at) in self.drawn()? {
                first.entry(window).or_insert(at);
            }
            meanwhile();
            sleep(Duration::from_micros(200));
        }
        Ok(first)
    }

    fn press(&self, symbol: u32, window: Window) -> Fails<()> {
        let (least, most) = (self.x.setup().min_keycode, self.x.setup().max_keycode);
        let map = self.x.get_keyboard_mapping(least, most - least + 1)?.reply()?;
        let row = map.keysyms.chunks(map.keysyms_per_keycode.into()).position(|row| row.contains(&symbol));
        let code = least + u8::try_from(row.ok_or("no such key")?)?;
        self.x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?;
        for kind in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
            self.x.xtest_fake_input(kind, code, x11rb::CURRENT_TIME, self.root, 0, 0, 0)?;
        }
        self.x.flush()?;
        Ok(())
    }
}

/// A program in a home of its own; ends with this.
struct Program {
    child: Child,
    home: PathBuf,
    began: Instant,
}

impl Program {
    fn start(program: &Path, words: &[&str], home: PathBuf) -> Fails<Program> {
        let _ = std::fs::remove_dir_all(&home);
        std::fs::create_dir_all(&home)?;
        let began = Instant::now();
        let mut command = Command::new(program);
        command.args(words).env("HOME", &home).stdout(Stdio::null()).stderr(Stdio::null());
        for place in ["WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env_remove(place);
        }
        Ok(Program { child: command.spawn()?, home, began })
    }

    /// Memory it holds of its own, and all that is resident, in KiB.
    fn memory(&self) -> Fails<(u64, u64)> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kib = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).ok_or("no memory in its status")
        };
        Ok((kib("RssAnon:")?, kib("VmRSS:")?))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn home() -> PathBuf {
    std::env::temp_dir().join(format!("fangzhuo-proof-{}", std::process::id()))
}

/// Time from the start to the first frame, in ms.
fn start_ms(program: &Path) -> Fails<f64> {
    let mut display = Display::open()?;
    let running = Program::start(program, &[], home())?;
    let first = display.first_frame()?;
    Ok((first - running.began).as_secs_f64() * 1_000.0)
}

/// What a program does and holds that has nothing to do: frames in [`IDLE`], own memory and all of it in KiB.
fn idle(program: &Path, words: &[&str]) -> Fails<(usize, u64, u64)> {
    let mut display = Display::open()?;
    let running = Program::start(program, words, home())?;
    display.first_frame()?;
    display.still()?;
    let (mut frames, began) = (0, Instant::now());
    while began.elapsed() < IDLE {
        frames += display.drawn()?.len();
        sleep(Duration::from_millis(5));
    }
    let (own, resident) = running.memory()?;
    Ok((frames, own, resident))
}

/// How long after a key alone (the calm card), and how long after a deed is on the disk, both windows have drawn; in ms.
fn both_ms(program: &Path, file: &Path, rounds: usize) -> Fails<(f64, f64)> {
    let mut display = Display::open()?;
    let path = file.to_str().ok_or("a path in UTF-8, please")?;
    let _running = Program::start(program, &[path], home())?;
    display.first_frame()?;
    display.still()?;
    let desk = *display.windows.first().ok_or("no window")?;
    display.press(F5, desk)?;
    let began = Instant::now();
    while display.windows.len() < 2 {
        display.drawn()?;
        if began.elapsed() > PATIENCE {
            return Err("the room's window never came".into());
        }
        sleep(Duration::from_millis(5));
    }
    let screen = display.windows[1];
    // Side by side: what is covered is not drawn.
    display.x.configure_window(screen, &ConfigureWindowAux::new().x(1_600).y(0))?;
    display.x.flush()?;
    display.still()?;
    let both = |first: &BTreeMap<Window, Instant>| Some(*first.get(&desk)?.max(first.get(&screen)?));
    let (mut keys, mut deeds) = (Vec::new(), Vec::new());
    let journal = PathBuf::from(format!("{path}-journal"));
    for _ in 0..rounds {
        let pressed = Instant::now();
        display.press(B, desk)?;
        let seen =
            both(&display.frames(Duration::from_secs(1), &mut || ())?).ok_or("B was not drawn in both windows")?;
        keys.push((seen - pressed).as_secs_f64() * 1_000.0);
        display.press(B, desk)?;
        display.still()?;
        // A deed is on the disk when SQLite takes its journal away.
        let (mut there, mut durable) = (false, None);
        display.press(ONE, desk)?;
        let mut look = || match (there, journal.exists()) {
            (false, true) => there = true,
            (true, false) => {
                durable.get_or_insert_with(Instant::now);
            }
            _ => {}
        };
        let seen = both(&display.frames(Duration::from_secs(1), &mut look)?);
        let durable = durable.ok_or("the key did nothing that was written down")?;
        let seen = seen.ok_or("the deed was not drawn in both windows")?;
        deeds.push(seen.saturating_duration_since(durable).as_secs_f64() * 1_000.0);
        display.still()?;
    }
    Ok((median(keys), median(deeds)))
}

fn main() -> Fails<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [ours, demo, file, rounds] = &words[..] else { return Err("windows OURS DEMO FILE ROUNDS".into()) };
    let (ours, demo, file, rounds) = (Path::new(ours), Path::new(demo), Path::new(file), rounds.parse::<usize>()?);
    let (mut first_ours, mut first_demo) = (Vec::new(), Vec::new());
    // Once before: what the system reads from the disk is then at hand for both.
    start_ms(demo)?;
    start_ms(ours)?;
    for _ in 0..rounds {
        first_demo.push(start_ms(demo)?);
        first_ours.push(start_ms(ours)?);
    }
    let (first_ours, first_demo) = (median(first_ours), median(first_demo));
    println!("first frame: ours {first_ours:.0} ms, the demo {first_demo:.0} ms");
    println!("first {:.3}", first_ours / first_demo);
    let (frames, own, resident) = idle(ours, &[])?;
    let (demo_frames, demo_own, demo_resident) = idle(demo, &[])?;
    println!("idle for {} s: ours {frames} frames, the demo {demo_frames}", IDLE.as_secs());
    println!("memory of its own (resident): ours {own} KiB ({resident}), the demo {demo_own} KiB ({demo_resident})");
    println!("idle {frames}");
    let (key, deed) = both_ms(ours, file, rounds)?;
    println!("both windows drawn: {key:.1} ms after a key alone, {deed:.1} ms after a deed is on the disk");
    println!("both {:.3}", deed / key);
    Ok(())
}
