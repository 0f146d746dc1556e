//! The program that ours is held against: egui's own demo in an eframe window of the same size, and nothing else.

use eframe::{App, Frame, NativeOptions};
use egui::{CentralPanel, Ui, ViewportBuilder};
use egui_demo_lib::DemoWindows;

#[derive(Default)]
struct Demo(DemoWindows);

impl App for Demo {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        CentralPanel::default().show(ui, |ui| self.0.ui(ui));
    }
}

fn main() -> eframe::Result {
    let viewport = ViewportBuilder::default().with_app_id("demo").with_inner_size([1440.0, 900.0]);
    let options = NativeOptions { viewport, ..NativeOptions::default() };
    eframe::run_native("demo", options, Box::new(|_| Ok(Box::new(Demo::default()))))
}
