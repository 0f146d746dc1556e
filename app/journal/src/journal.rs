//! The writer: creates and opens a file, appends, erases. One per file, kept so by the lock.

use std::ops::Deref;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::body::{self, FILE_CREATED};
use crate::error::{OpenError, Trouble};
use crate::guard;
use crate::hash::{Chain, FileId};
use crate::head::Head;
use crate::header::{Look, has_rollback_journal, look, unreadable, with_suffix};
use crate::lock::Lock;
use crate::presence;
use crate::reader::{self, Reader};
use crate::schema::{self, FORMAT};

/// A file open for writing; reads like a [`Reader`].
#[derive(Debug)]
pub struct Journal {
    pub(crate) reader: Reader,
    pub(crate) path: PathBuf,
    /// Where the chain stands after the last confirmed append.
    pub(crate) chain: Chain,
    /// An append failed in a way that leaves open where the file ends; looked up before the next one.
    pub(crate) unsettled: bool,
    recovered: bool,
    /// Let go last, when SQLite has closed the file.
    _lock: Lock,
}

impl Deref for Journal {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Journal {
    /// Creates a file whose first event is `first_body`, a `file-created`; never over anything that is there.
    ///
    /// The file appears under its name only when its first event is on the disk.
    pub fn create(path: &Path, first_body: &[u8]) -> Result<Self, OpenError> {
        let envelope = body::read(first_body).map_err(OpenError::FirstBody)?;
        if envelope.kind != FILE_CREATED {
            return Err(OpenError::FirstBody(format!("its type is {}", envelope.kind)));
        }
        if let Some(hash) = envelope.references.first() {
            return Err(OpenError::FirstBody(format!("it names blob {hash}, and a new file has none")));
        }
        let file_id = FileId(crate::blob::random()?);
        lay_down(path, file_id, |conn| {
            let hash = Chain::start(file_id).next_hash(first_body);
            conn.execute("INSERT INTO event VALUES(1,?1,?2)", (first_body, hash.0))?;
            Ok(())
        })?;
        Self::open(path)
    }

    /// Opens a file for writing; an unfinished commit of a program that died is taken back.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let (presence, seen) = presence::enter(path, || look(path))?;
        let was_cut = has_rollback_journal(path);
        match seen {
            Some(Look::Newer(format)) => return Err(OpenError::Newer { format }),
            // With an unfinished commit the header may be half-written; SQLite puts it right below.
            Some(Look::Damaged(what)) if !was_cut => return Err(OpenError::Damaged(what)),
            _ => {}
        }
        let lock = Lock::take(path)?;
        // Asked again under the lock: before, the journal may have been one of a commit under way.
        let recovered = has_rollback_journal(path);
        let mut conn =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        if conn.is_readonly("main")? {
            return Err(OpenError::WriteProtected);
        }
        guard::be_patient(&mut conn)?;
        guard::set_pragmas(&conn)?;
        match conn.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0))? {
            FORMAT => {}
            format => return Err(OpenError::Newer { format }),
        }
        if let Some(what) = guard::cut_off(&conn, path)? {
            return Err(OpenError::Damaged(what));
        }
        schema::guard(&conn)?;
        guard::defend(&conn)?;
        guard::authorize(&mut conn)?;
        let file_id = reader::file_id(&conn)?.ok_or_else(|| OpenError::Damaged("the id of the file".into()))?;
        let (count, hash) = reader::last(&conn)?.ok_or_else(|| OpenError::Damaged("there is no event".into()))?;
        if recovered {
            tracing::warn!(count, "an unfinished commit was taken back");
        }
        Ok(Self {
            reader: Reader { conn, file_id, format: FORMAT, _presence: Some(presence), copy: None },
            path: path.to_owned(),
            chain: Chain::after(file_id, count, hash),
            unsettled: false,
            recovered,
            _lock: lock,
        })
    }

    /// Whether opening took back the unfinished commit of a program that died or lost power.
    pub fn recovered(&self) -> bool {
        self.recovered
    }

    /// Where the file stands after the last confirmed append; needs no read.
    pub fn confirmed(&self) -> Head {
        Head { file_id: self.reader.file_id, count: self.chain.count(), hash: self.chain.hash() }
    }

    /// Lets the file grow to so many pages and no further, as a full disk would: for small media and for tests.
    pub fn set_quota(&mut self, pages: u32) -> Result<(), Trouble> {
        guard::set_page_quota(&mut self.reader.conn, pages).map_err(Trouble::from)
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Makes a new file beside its final place, fills it in one transaction, and moves it there when it is on the disk.
pub(crate) fn lay_down(
    path: &Path,
    file_id: FileId,
    fill: impl FnOnce(&Connection) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    // The lock keeps two programs from creating the same file at once.
    let _lock = Lock::take(path)?;
    refuse_existing(path)?;
    let part = with_suffix(path, &format!(".new-{}", FileId(crate::blob::random()?)));
    let made = write_part(&part, file_id, fill).and_then(|()| {
        refuse_existing(path)?;
        std::fs::rename(&part, path).map_err(|e| OpenError::from(Trouble::from(e)))?;
        sync_folder(path).map_err(|e| OpenError::from(Trouble::from(e)))
    });
    if made.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    made
}

fn write_part(
    part: &Path,
    file_id: FileId,
    fill: impl FnOnce(&Connection) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let mut conn = Connection::open(part)?;
    guard::set_pragmas(&conn)?;
    let transaction = conn.transaction()?;
    schema::lay_out(&transaction)?;
    transaction.execute("INSERT INTO file VALUES(?1)", [file_id.0])?;
    fill(&transaction)?;
    transaction.commit()?;
    conn.close().map_err(|(_, error)| error.into())
}

fn refuse_existing(path: &Path) -> Result<(), OpenError> {
    match std::fs::symlink_metadata(path) {
        Ok(_) => Err(OpenError::Exists),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(unreadable(&error)),
    }
}

/// Makes a new or removed name in the file's folder durable; Windows does so by itself.
pub(crate) fn sync_folder(path: &Path) -> std::io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}
