### headless
