//! What is packed around the program: names, version, icons and the file type agree with the program itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use common::{Folder, fangzhuo};

/// The sizes Windows asks for: title bar, task bar, desktop, large tiles.
const ICO_SIZES: [u32; 4] = [16, 32, 48, 256];

fn packaging() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging")
}

#[track_caller]
fn read(name: &str) -> String {
    std::fs::read_to_string(packaging().join(name)).unwrap_or_else(|error| panic!("packaging/{name}: {error}"))
}

/// A start tag of an XML text: its name, its attributes, and whether it ends at once.
struct Tag<'a> {
    name: &'a str,
    values: BTreeMap<&'a str, &'a str>,
    empty: bool,
}

/// The start tags in their order. Enough for files of our own, which put no `<` or `"` into texts.
fn tags(xml: &str) -> Vec<Tag<'_>> {
    let whole = xml.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag));
    let starts = whole.filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    let read = starts.map(|tag| {
        let (inside, empty) = tag.strip_suffix('/').map_or((tag, false), |inside| (inside, true));
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let parts: Vec<&str> = attributes.split('"').collect();
        let values = parts.chunks_exact(2).map(|pair| (pair[0].trim().trim_end_matches('='), pair[1]));
        Tag { name, values: values.collect(), empty }
    });
    read.collect()
}

/// The text between the tags of this name, wherever they stand.
fn texts<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let begins = xml.split(&format!("<{name}>")).skip(1).collect::<Vec<_>>();
    begins.into_iter().filter_map(|rest| rest.split_once("</").map(|(text, _)| text.trim())).collect()
}

/// The file type as the MIME XML describes it.
struct FileType {
    name: String,
    ending: String,
    /// Offset and bytes; all must be there.
    magic: Vec<(usize, Vec<u8>)>,
}

fn file_type() -> FileType {
    let xml = read("linux/fangzhuo.xml");
    let tags = tags(&xml);
    let one = |name: &str, value: &str| -> String {
        let found: Vec<&Tag<'_>> = tags.iter().filter(|tag| tag.name == name).collect();
        let [tag] = found.as_slice() else { panic!("{} times {name}", found.len()) };
        tag.values[value].to_owned()
    };
    let matches: Vec<&Tag<'_>> = tags.iter().filter(|tag| tag.name == "match").collect();
    // The second stands inside the first: both must hold.
    assert!(matches.len() == 2 && !matches[0].empty && matches[1].empty, "the magic is not one match within another");
    let magic = matches.iter().map(|tag| {
        let value = tag.values["value"];
        let bytes = match tag.values["type"] {
            "string" => value.replace("\\0", "\0").into_bytes(),
            "big32" => u32::from_str_radix(value.trim_start_matches("0x"), 16).unwrap().to_be_bytes().to_vec(),
            other => panic!("magic of type {other}"),
        };
        (tag.values["offset"].parse().unwrap(), bytes)
    });
    FileType {
        name: one("mime-type", "type"),
        ending: one("glob", "pattern").strip_prefix("*.").unwrap().to_owned(),
        magic: magic.collect(),
    }
}

impl FileType {
    fn is_of(&self, bytes: &[u8]) -> bool {
        self.magic.iter().all(|(at, magic)| bytes.get(*at..*at + magic.len()) == Some(magic))
    }
}

#[test]
fn a_file_the_program_writes_is_of_the_type_and_another_database_is_not() {
    let (folder, kind) = (Folder::new(), file_type());
    let said = fangzhuo(["demo", "--out", &folder.at("demo")]).done();
    let ending = format!(".{}", kind.ending);
    let files: Vec<&str> = said.lines().filter(|path| path.ends_with(&ending)).collect();
    let [file] = files.as_slice() else { panic!("one file *{ending} among\n{said}") };
    assert!(kind.is_of(&std::fs::read(file).unwrap()), "the magic does not know {file}");

    let other = folder.path("other.db");
    rusqlite::Connection::open(&other).unwrap().execute("CREATE TABLE file(id)", ()).unwrap();
    let other = std::fs::read(other).unwrap();
    assert!(other.starts_with(&kind.magic[0].1), "not a database");
    assert!(!kind.is_of(&other), "the magic takes any database");
}

/// The entries of the `.desktop` file.
fn desktop() -> BTreeMap<String, String> {
    let text = read("linux/fangzhuo.desktop");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("[Desktop Entry]"));
    lines.map(|line| line.split_once('=').unwrap()).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn recipe() -> toml::Table {
    read("Packager.toml").parse().unwrap()
}

#[test]
fn desktop_recipe_and_store_page_name_the_same_program_and_type() {
    let (entries, recipe, kind, page) = (desktop(), recipe(), file_type(), read("linux/fangzhuo.metainfo.xml"));
    let program = Path::new(env!("CARGO_BIN_EXE_fangzhuo")).file_stem().unwrap().to_str().unwrap();

    assert_eq!(entries["Exec"], format!("{program} %f"));
    assert_eq!(entries["MimeType"], format!("{};", kind.name));
    // The window's class, the desktop file's own name and the icon's are one; else a desktop shows a stranger.
    let window = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/window/mod.rs")).unwrap();
    assert!(window.contains(&format!(".with_app_id(\"{}\")", entries["StartupWMClass"])));
    assert_eq!([&entries["Icon"], &entries["StartupWMClass"]], [program; 2]);
    for key in ["Name", "GenericName", "Comment", "Keywords"] {
        let chinese = &entries[&format!("{key}[zh_CN]")];
        assert!(!entries[key].is_empty() && common::is_chinese(chinese), "{key}: {chinese}");
    }

    assert_eq!(recipe["name"].as_str(), Some(env!("CARGO_PKG_NAME")));
    assert_eq!(recipe["version"].as_str(), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(recipe["description"].as_str(), Some(env!("CARGO_PKG_DESCRIPTION")));
    let binaries = recipe["binaries"].as_array().unwrap();
    assert_eq!(binaries.iter().map(|binary| binary["path"].as_str().unwrap()).collect::<Vec<_>>(), [program]);
    let [association] = recipe["fileAssociations"].as_array().unwrap().as_slice() else { panic!("one file type") };
    assert_eq!(association["mimeType"].as_str(), Some(kind.name.as_str()));
    assert_eq!(association["extensions"].as_array().unwrap(), &[toml::Value::from(kind.ending.as_str())]);

    assert_eq!(texts(&page, "mediatype"), [kind.name.as_str()]);
    assert_eq!(texts(&page, "binary"), [program]);
    assert!(page.contains(&format!("<launchable type=\"desktop-id\">{program}.desktop</launchable>")));
}

#[test]
fn the_package_for_debian_puts_every_file_where_the_desktop_looks() {
    let recipe = recipe();
    let deb = recipe["deb"].as_table().unwrap();
    assert_eq!(deb["desktopTemplate"].as_str(), Some("linux/fangzhuo.desktop"));
    // The packager reads it as a template; ours has no blanks to fill.
    assert!(!read("linux/fangzhuo.desktop").contains("{{"));
    let mut places = BTreeSet::new();
    for (source, place) in deb["files"].as_table().unwrap() {
        assert!(packaging().join(source).is_file(), "packaging/{source} is not there");
        places.insert(place.as_str().unwrap());
    }
    let wanted = [
        "usr/share/doc/fangzhuo/copyright",
        "usr/share/icons/hicolor/scalable/apps/fangzhuo.svg",
        "usr/share/metainfo/fangzhuo.metainfo.xml",
        "usr/share/mime/packages/fangzhuo.xml",
    ];
    assert_eq!(places, BTreeSet::from(wanted));
}

/// Width and height of a picture in PNG, by decoding it whole.
#[track_caller]
fn decoded(bytes: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory_with_format(bytes, image::ImageFormat::Png).unwrap().into_rgba8();
    // Drawn: the tile, the seats and the table have three colours, and a corner is cut away.
    let colours: BTreeSet<[u8; 4]> = picture.pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() >= 4, "nothing is drawn");
    assert!(picture.get_pixel(0, 0).0[3] < 255, "the corner is not round");
    picture.dimensions()
}

#[test]
fn icons_have_the_sizes_their_names_say_and_the_recipe_names_them_all() {
    let listed = recipe()["icons"].as_array().unwrap().clone();
    let listed: BTreeSet<String> = listed.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    let ends = |name: &str, ending: &str| Path::new(name).extension().is_some_and(|found| found == ending);
    let there = std::fs::read_dir(packaging().join("icons")).unwrap();
    let names = there.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let drawn = names.filter(|name| ends(name, "png") || ends(name, "ico"));
    assert_eq!(drawn.map(|name| format!("icons/{name}")).collect::<BTreeSet<_>>(), listed);

    let mut sizes = BTreeSet::new();
    for name in listed.iter().filter(|name| ends(name, "png")) {
        let (width, height) = decoded(&std::fs::read(packaging().join(name)).unwrap());
        assert_eq!(*name, format!("icons/{width}x{height}.png"));
        sizes.insert(width);
    }
    assert!(ICO_SIZES.iter().all(|size| sizes.contains(size)), "{sizes:?}");
}

#[test]
fn the_icon_for_windows_holds_the_sizes_windows_asks_for() {
    let bytes = std::fs::read(packaging().join("icons/fangzhuo.ico")).unwrap();
    let short = |at: usize| u32::from(u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()));
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((short(0), short(2)), (0, 1), "not an icon");
    let mut sizes = BTreeSet::new();
    for entry in 0..short(4) as usize {
        let at = 6 + 16 * entry;
        let said = |size: u8| if size == 0 { 256 } else { u32::from(size) };
        let (width, height) = (said(bytes[at]), said(bytes[at + 1]));
        let (length, offset) = (long(at + 8) as usize, long(at + 12) as usize);
        let picture = &bytes[offset..offset + length];
        if picture.starts_with(b"\x89PNG") {
            assert_eq!(decoded(picture), (width, height));
        } else {
            // A bitmap without its file header; its height counts the mask below it too.
            assert_eq!((long(offset), long(offset + 4), long(offset + 8)), (40, width, 2 * height));
        }
        sizes.insert(width);
    }
    assert!(ICO_SIZES.iter().all(|size| sizes.contains(size)), "{sizes:?}");
}

#[test]
fn the_icon_is_drawn_in_colours_of_the_desk() {
    let tokens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../desk/src/look/tokens.rs");
    let tokens = std::fs::read_to_string(tokens).unwrap().replace('_', "").to_lowercase();
    let drawing = read("icons/fangzhuo.svg");
    let fills: BTreeSet<&str> = tags(&drawing).iter().filter_map(|tag| tag.values.get("fill").copied()).collect();
    assert_eq!(fills.len(), 3, "{fills:?}");
    for fill in fills {
        let hex = fill.trim_start_matches('#').to_lowercase();
        assert!(tokens.contains(&format!("hex(0x{hex})")), "{fill} is no token");
    }
}
