//! Who an event brings into the file.

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::text::BlobRef;

/// A person an event brings into the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct NewPerson {
    /// The number, never used before.
    pub id: PersonId,
    /// The blob with the name.
    pub card: BlobRef,
}
