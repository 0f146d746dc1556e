//! wasmtime alone, as one would use it: the host's configuration with fuel, a fresh instance a call, typed functions, and
//! nothing around them.

use std::sync::Arc;

use procedure::contract::{Conclusion, Event, Fault, Page, Viewer};
use procedure::{Inputs, limits};
use wasmtime::component::{Component, ComponentNamedList, InstancePre, Lift, Linker, Lower};
use wasmtime::{Config, Engine, Store, StoreContextMut};

use crate::{event, viewer};

const PROCEDURE: &str = "fangzhuo:procedure/procedure@0.1.0";

pub struct Raw(InstancePre<Arc<Inputs>>);

impl Raw {
    pub fn new(bytes: &[u8]) -> Raw {
        let mut config = Config::new();
        config
            .consume_fuel(true)
            .max_wasm_stack(limits::STACK)
            .cranelift_nan_canonicalization(true)
            .wasm_relaxed_simd(true)
            .relaxed_simd_deterministic(true);
        let engine = Engine::new(&config).unwrap();
        let mut linker = Linker::<Arc<Inputs>>::new(&engine);
        let mut host = linker.instance("fangzhuo:procedure/host@0.1.0").unwrap();
        type Call<'a> = StoreContextMut<'a, Arc<Inputs>>;
        host.func_wrap("rows", |call: Call<'_>, (table,): (String,)| Ok((call.data().tables[&table].rows,))).unwrap();
        host.func_wrap("column", |call: Call<'_>, (table, column): (String, String)| {
            Ok((Arc::clone(&call.data().tables[&table].columns[&column].data),))
        })
        .unwrap();
        host.func_wrap("setting", |call: Call<'_>, (id,): (String,)| Ok((call.data().settings[&id].clone(),))).unwrap();
        host.func_wrap("log", |_: Call<'_>, (_,): (String,)| Ok(())).unwrap();
        linker.instance("fangzhuo:procedure/values@0.1.0").unwrap();
        linker.instance("fangzhuo:procedure/ui@0.1.0").unwrap();
        let component = Component::from_binary(&engine, bytes).unwrap();
        Raw(linker.instantiate_pre(&component).unwrap())
    }

    fn call<P, R>(&self, inputs: &Arc<Inputs>, name: &str, params: P) -> R
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift,
    {
        let mut store = Store::new(self.0.engine(), Arc::clone(inputs));
        store.set_fuel(limits::FUEL_WHOLE).unwrap();
        let instance = self.0.instantiate(&mut store).unwrap();
        let procedure = instance.get_export_index(&mut store, None, PROCEDURE).unwrap();
        let function = instance.get_export_index(&mut store, Some(&procedure), name).unwrap();
        let function = instance.get_typed_func::<P, R>(&mut store, function).unwrap();
        function.call(&mut store, params).unwrap()
    }

    pub fn init(&self, inputs: &Arc<Inputs>) -> Vec<u8> {
        let (state,): (Result<Vec<u8>, Fault>,) = self.call(inputs, "init", ("zh-CN".to_owned(),));
        state.unwrap()
    }

    pub fn update(&self, inputs: &Arc<Inputs>, state: &[u8]) -> Vec<u8> {
        let params: (Vec<u8>, Event) = (state.to_vec(), event());
        let (state,): (Result<Vec<u8>, Fault>,) = self.call(inputs, "update", params);
        state.unwrap()
    }

    pub fn view(&self, inputs: &Arc<Inputs>, state: &[u8]) -> Page {
        let params: (Vec<u8>, Viewer) = (state.to_vec(), viewer());
        let (page,): (Page,) = self.call(inputs, "view", params);
        page
    }

    pub fn conclude(&self, inputs: &Arc<Inputs>, state: &[u8]) -> Conclusion {
        let params: (Vec<u8>, String) = (state.to_vec(), "zh-CN".to_owned());
        let (conclusion,): (Result<Conclusion, Fault>,) = self.call(inputs, "conclude", params);
        conclusion.unwrap()
    }
}
