//! `fangzhuo:procedure@0.1.0`: its types are the host's own.

use std::sync::Arc;

use wasmtime::StoreContextMut;
use wasmtime::component::Linker;

use super::World;
use crate::contract::{ColumnData, Conclusion, Event, Fault, Page, Value, Viewer};
use crate::engine::{Component, Exports, Frozen, answer};
use crate::failure::{Call, Failure};
use crate::frame::Frame;

/// A value or a fault.
type Answer<T> = (Result<T, Fault>,);

type Store<'a> = StoreContextMut<'a, Frame>;

pub(super) fn link(world: World, linker: &mut Linker<Frame>) -> wasmtime::Result<()> {
    let mut host = linker.instance(&world.interface("host"))?;
    host.func_wrap("rows", |store: Store<'_>, (table,): (String,)| -> wasmtime::Result<(u32,)> {
        Ok((store.data().rows(&table)?,))
    })?;
    host.func_wrap("column", |store: Store<'_>, (table, column): (String, String)| {
        let found: wasmtime::Result<Arc<ColumnData>> = store.data().column(&table, &column);
        Ok((found?,))
    })?;
    host.func_wrap("setting", |store: Store<'_>, (id,): (String,)| -> wasmtime::Result<(Value,)> {
        Ok((store.data().setting(&id)?,))
    })?;
    host.func_wrap("log", |mut store: Store<'_>, (line,): (String,)| {
        store.data_mut().log(&line);
        Ok(())
    })?;
    // Types only; a component built by wit-bindgen imports them.
    linker.instance(&world.interface("values"))?;
    linker.instance(&world.interface("ui"))?;
    Ok(())
}

pub(super) fn check(exports: &mut Exports<'_>) -> Result<(), Failure> {
    exports.has::<(String,), Answer<Vec<u8>>>(Call::Init)?;
    exports.has::<(Vec<u8>, Event), Answer<Vec<u8>>>(Call::Update)?;
    exports.has::<(Vec<u8>, Viewer), (Page,)>(Call::View)?;
    exports.has::<(Vec<u8>, String), Answer<Conclusion>>(Call::Conclude)
}

pub(super) fn init(component: &Component, run: &Frozen, locale: &str) -> Result<Vec<u8>, Failure> {
    let (answered,): Answer<Vec<u8>> = component.call(Call::Init, run, (locale.to_owned(),))?;
    answer(Call::Init, answered)
}

pub(super) fn update(component: &Component, run: &Frozen, state: &[u8], event: &Event) -> Result<Vec<u8>, Failure> {
    let (answered,): Answer<Vec<u8>> = component.call(Call::Update, run, (state.to_vec(), event.clone()))?;
    answer(Call::Update, answered)
}

pub(super) fn view(component: &Component, run: &Frozen, state: &[u8], viewer: &Viewer) -> Result<Page, Failure> {
    let (page,): (Page,) = component.call(Call::View, run, (state.to_vec(), viewer.clone()))?;
    Ok(page)
}

pub(super) fn conclude(component: &Component, run: &Frozen, state: &[u8], locale: &str) -> Result<Conclusion, Failure> {
    let (answered,): Answer<Conclusion> = component.call(Call::Conclude, run, (state.to_vec(), locale.to_owned()))?;
    answer(Call::Conclude, answered)
}
