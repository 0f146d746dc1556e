//! A procedure in the middle of its work: component, frozen data, language and state.

use std::sync::Arc;

use crate::conclusion::{self, Concluded};
use crate::contract::{Event, Page, Role, Viewer};
use crate::engine::{Component, Frozen};
use crate::failure::{Call, Failure};
use crate::hash::Hash;
use crate::inputs::Inputs;
use crate::meter::Meter;
use crate::{limits, page};

/// A state: bytes the host keeps and never looks into, and their SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    bytes: Arc<[u8]>,
    hash: Hash,
}

impl State {
    /// The state of these bytes, from a cache or a replay.
    pub fn new(bytes: Vec<u8>) -> State {
        State { hash: Hash::of(&bytes), bytes: bytes.into() }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Their SHA-256, as recorded before and after every event.
    pub fn hash(&self) -> Hash {
        self.hash
    }
}

/// A procedure in the middle of its work. A value: a step gives the next one and leaves this as it was.
#[derive(Clone, Debug)]
pub struct Running {
    component: Arc<Component>,
    frozen: Frozen,
    inputs: Hash,
    locale: String,
    state: State,
}

impl Running {
    /// Starts it; `locale` is recorded, for `init` may choose by it.
    pub fn start(component: Arc<Component>, inputs: Arc<Inputs>, locale: &str) -> Result<Running, Failure> {
        Running::begin(component, inputs, locale, 1, None)
    }

    /// Starts it for its author: the meter hears what every call cost and said.
    pub fn start_metered(
        component: Arc<Component>,
        inputs: Arc<Inputs>,
        locale: &str,
        meter: Arc<Meter>,
    ) -> Result<Running, Failure> {
        Running::begin(component, inputs, locale, 1, Some(meter))
    }

    /// Starts it again from the journal, with fuel for an engine that counts differently.
    pub fn replay(component: Arc<Component>, inputs: Arc<Inputs>, locale: &str) -> Result<Running, Failure> {
        Running::begin(component, inputs, locale, limits::REPLAY_FACTOR, None)
    }

    fn begin(
        component: Arc<Component>,
        inputs: Arc<Inputs>,
        locale: &str,
        factor: u64,
        meter: Option<Arc<Meter>>,
    ) -> Result<Running, Failure> {
        let hash = inputs.checked_hash();
        let hash = hash.map_err(|error| Failure::Invalid { path: "inputs".to_owned(), problem: error.to_string() })?;
        let frozen = Frozen { inputs, factor, meter };
        let state = sized(component.init(&frozen, locale)?, Call::Init)?;
        Ok(Running { component, frozen, inputs: hash, locale: locale.to_owned(), state })
    }

    /// Takes it up at a state that was kept; the caller has compared the state's hash with the recorded one.
    pub fn resume(component: Arc<Component>, inputs: Arc<Inputs>, locale: &str, state: State) -> Running {
        let hash = inputs.hash();
        Running {
            component,
            frozen: Frozen { inputs, factor: 1, meter: None },
            inputs: hash,
            locale: locale.to_owned(),
            state,
        }
    }

    /// The component it runs on, to the end.
    pub fn component(&self) -> &Arc<Component> {
        &self.component
    }

    /// SHA-256 of the component file.
    pub fn component_hash(&self) -> Hash {
        self.component.anatomy().hash
    }

    /// The frozen data.
    pub fn inputs(&self) -> &Arc<Inputs> {
        &self.frozen.inputs
    }

    /// SHA-256 of the frozen data.
    pub fn inputs_hash(&self) -> Hash {
        self.inputs
    }

    /// The language of `init`.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// The state now.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What an event makes of it; a failure leaves everything as it was.
    pub fn step(&self, event: &Event) -> Result<Running, Failure> {
        let bytes = serde_json::to_vec(event).map_or(usize::MAX, |json| json.len());
        if bytes > limits::EVENT {
            let problem = format!("more than {} bytes", limits::EVENT);
            return Err(Failure::Invalid { path: "event".to_owned(), problem });
        }
        let state = self.component.update(&self.frozen, self.state.bytes(), event)?;
        Ok(Running { state: sized(state, Call::Update)?, ..self.clone() })
    }

    /// The page, ready to draw. For the audience it has no private column; the host draws no name there.
    pub fn page(&self, viewer: &Viewer) -> Result<Page, Failure> {
        let page = self.component.view(&self.frozen, self.state.bytes(), viewer)?;
        let mut page = page::ready(page, self.frozen.inputs.households())?;
        if viewer.audience {
            page::for_audience(&mut page);
        }
        Ok(page)
    }

    /// The page for the projected screen; `None` where the procedure reads a private column, for then the host shows its
    /// cost sheet's total, rule and amounts instead.
    pub fn audience_page(&self, locale: &str, focus: Option<u32>) -> Result<Option<Page>, Failure> {
        if self.frozen.inputs.has_private() {
            return Ok(None);
        }
        let viewer = Viewer { role: Role::Observer, locale: locale.to_owned(), audience: true, focus };
        self.page(&viewer).map(Some)
    }

    /// What it yields, in both languages, or why it cannot be concluded yet (in the words of `locale`).
    pub fn conclude(&self, locale: &str) -> Result<Concluded, Failure> {
        let households = self.frozen.inputs.households();
        let conclude = |locale: &str| {
            conclusion::ready(self.component.conclude(&self.frozen, self.state.bytes(), locale)?, households)
        };
        // The language people read first, so that a refusal comes in it.
        if locale == "en" {
            let en = conclude("en")?;
            conclusion::both(conclude("zh-CN")?, en)
        } else {
            let zh_cn = conclude("zh-CN")?;
            conclusion::both(zh_cn, conclude("en")?)
        }
    }
}

fn sized(state: Vec<u8>, call: Call) -> Result<State, Failure> {
    if state.len() > limits::STATE { Err(Failure::TooMuchMemory(call)) } else { Ok(State::new(state)) }
}
