//! The window as a person has it before them: what is written there, and what can be
//! pressed and typed.

use std::{
    env, fs,
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use backbone_tests::root;
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, key::Key, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::home::Home;

/// Looks as pictures and the settings call them.
pub const LOOKS: [(&str, &str); 3] = [
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
];

/// Longer than anything takes; reached only when something is missing.
const PATIENCE: Duration = Duration::from_secs(60);

/// The open window.
pub struct Desk {
    client: Client,
    driver: Driver,
}

/// The program that drives the window, with a desktop session of its own; all that it
/// started is stopped with it, so that one journey never meets the window of another.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["--", &group]).status();
        let _ = self.0.wait();
    }
}

impl Desk {
    /// Opens the window, on a file if one is given.
    pub async fn open(home: &Home, file: Option<&Path>) -> Self {
        let (port, native) = (free_port(), free_port());
        let driver = Command::new("dbus-run-session")
            .arg("--")
            .arg(tool("TAURI_DRIVER", "tools/bin/tauri-driver"))
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native.to_string(),
            ])
            .envs(home.surroundings())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("the driver of the window is installed by `cargo xtask setup`");
        let driver = Driver(driver);
        let arguments: Vec<String> = file
            .iter()
            .map(|file| file.to_string_lossy().into_owned())
            .collect();
        let program = tool("BACKBONE_DESK", "debug/backbone-desk");
        let wanted = json!({ "application": program, "args": arguments });
        let mut capabilities = Capabilities::new();
        capabilities.insert("tauri:options".to_owned(), wanted);
        let url = format!("http://127.0.0.1:{port}");
        let mut tries = 0;
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let builder = builder.capabilities(capabilities.clone());
            let connected = tokio::time::timeout(PATIENCE, builder.connect(&url)).await;
            match connected.expect("the window opens") {
                Ok(client) => break client,
                // The driver needs a moment until it listens.
                Err(error) if tries == 100 => panic!("no window: {error}"),
                Err(_) => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        };
        let desk = Self { client, driver };
        desk.client.set_window_size(1280, 820).await.unwrap();
        desk
    }

    /// Gives the window another size, in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        // The window is told its size a little later than the driver.
        let until_it_has_it = "const [width, done] = arguments;
             const look = (left) => window.innerWidth === width || left === 0
               ? requestAnimationFrame(() => done(true))
               : requestAnimationFrame(() => look(left - 1));
             look(120);";
        self.client
            .execute_async(until_it_has_it, vec![json!(width)])
            .await
            .unwrap();
    }

    /// Opens the settings and chooses a look; they stay open.
    pub async fn choose_look(&self, name: &str) {
        self.press("Settings").await;
        self.press(name).await;
    }

    /// Closes the settings and waits until they are gone.
    pub async fn leave_settings(&self) {
        self.keys(&char::from(Key::Escape).to_string()).await;
        self.sees_no_longer("Stands beside your changes").await;
    }

    /// Closes the window as a person would, and waits until the program is gone.
    pub async fn close(self) {
        self.client.close().await.unwrap();
        drop(self.driver);
    }

    /// Waits until a text stands somewhere.
    pub async fn sees(&self, text: &str) {
        let path = format!("//body//*[contains(normalize-space(.), {})]", quoted(text));
        self.find(&path, text).await;
    }

    /// Waits until a text stands nowhere any more.
    pub async fn sees_no_longer(&self, text: &str) {
        let path = format!(
            "//body//*[contains(normalize-space(text()), {})]",
            quoted(text)
        );
        for _ in 0..200 {
            // What is redrawn while it is looked for is looked for again.
            let found = self.client.find_all(Locator::XPath(&path)).await;
            if found.is_ok_and(|found| found.is_empty()) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        self.fail(&format!("“{text}” is still there")).await;
    }

    /// Presses the button, link, tab or menu item with this name.
    pub async fn press(&self, name: &str) {
        let name_is = named(name);
        let roles = "self::button or self::a or @role='button' or @role='link' or @role='tab' \
                     or @role='menuitem' or @role='option' or @role='radio' or @role='switch'";
        let path = format!("//*[({roles}) and not(@disabled) and {name_is}]");
        self.tap(&path, name).await;
    }

    /// Presses an element. Where something moves while it is pressed, or takes its place, it
    /// is looked for once more.
    async fn tap(&self, path: &str, what: &str) -> Element {
        for _ in 0..4 {
            let element = self.find(path, what).await;
            if element.click().await.is_ok() {
                return element;
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        self.fail(&format!("“{what}” cannot be pressed")).await
    }

    /// Ticks the box with this name, or takes its tick away.
    pub async fn tick(&self, name: &str) {
        let name_of = quoted(name);
        let path = format!(
            "//label[normalize-space(.)={name_of}] \
             | //input[@type='checkbox'][@aria-label={name_of}]"
        );
        self.find(&path, name).await.click().await.unwrap();
    }

    /// Presses the button whose name begins so.
    pub async fn press_starting(&self, name: &str) {
        let begins = quoted(name);
        let path = format!("//button[starts-with(@aria-label, {begins}) and not(@disabled)]");
        let button = self.find(&path, name).await;
        self.to_the_middle(&button).await;
        if let Err(error) = button.click().await {
            self.fail(&format!("“{name}” cannot be pressed: {error}"))
                .await;
        }
    }

    /// Presses the button whose words begin so.
    pub async fn press_beginning(&self, words: &str) {
        let begins = quoted(words);
        let path =
            format!("//button[starts-with(normalize-space(.), {begins}) and not(@disabled)]");
        self.tap(&path, words).await;
    }

    /// Goes to a cell of the readings, by its period and its column beside it, and tells
    /// what stands there.
    pub async fn cell(&self, period: &str, column: usize) -> String {
        let cell = self.tap(&cell(period, column, ""), period).await;
        // What is scrolled away has no visible text, but it has its text.
        let text = cell.prop("textContent").await.unwrap().unwrap_or_default();
        text.trim().to_owned()
    }

    /// Waits until a cell of the readings shows a text.
    pub async fn sees_in_cell(&self, period: &str, column: usize, text: &str) {
        let shows = format!("[normalize-space(.)={}]", quoted(text));
        self.find(
            &cell(period, column, &shows),
            &format!("{text} in {period}"),
        )
        .await;
    }

    /// Types into the field with this label, in place of what stands there.
    pub async fn fill(&self, label: &str, text: &str) {
        let name = quoted(label);
        let path = format!(
            "//*[self::input or self::textarea][@aria-label={name} \
             or @id=//label[normalize-space(.)={name}]/@for \
             or @aria-labelledby=//*[normalize-space(.)={name}]/@id]"
        );
        let field = self.find(&path, label).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Chooses one of the words the list with this label offers.
    pub async fn choose(&self, label: &str, option: &str) {
        let name = quoted(label);
        let path =
            format!("//select[@aria-label={name} or @id=//label[normalize-space(.)={name}]/@for]");
        let list = self.find(&path, label).await;
        if let Err(error) = list.select_by_label(option).await {
            self.fail(&format!("“{option}” cannot be chosen: {error}"))
                .await;
        }
    }

    /// Writes into the field for prose with this label, in place of what stands there.
    pub async fn write(&self, label: &str, text: &str) {
        let path = format!(
            "//*[@role='textbox'][@aria-labelledby=//*[normalize-space(.)={}]/@id]",
            quoted(label)
        );
        let field = self.find(&path, label).await;
        self.to_the_middle(&field).await;
        field.click().await.unwrap();
        let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Control));
        field.send_keys(&all).await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Sends keys to whatever has the focus; see [`fantoccini::key::Key`].
    pub async fn keys(&self, keys: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(keys).await.unwrap();
    }

    /// What a script in the window answers.
    pub async fn ask(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Fails where the window as a whole would have to be moved sideways.
    pub async fn fits(&self, what: &str) {
        let sticks_out = self
            .ask(
                "return [document.documentElement, document.querySelector('main')]
                   .filter((element) => element.scrollWidth > element.clientWidth + 1)
                   .map((element) => `${element.tagName} ${element.scrollWidth}`)",
            )
            .await;
        assert_eq!(sticks_out, json!([]), "{what} fits its window");
    }

    /// Keeps a picture of the window, and fails where the checker of accessibility finds
    /// something.
    pub async fn look(&self, name: &str) {
        self.picture(name).await;
        let axe = fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js")).unwrap();
        self.client.execute(&axe, Vec::new()).await.unwrap();
        let found = self
            .client
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 axe.run(document, { resultTypes: ['violations'] }).then(
                   (result) => done(result.violations.map((violation) => ({
                     id: violation.id,
                     help: violation.help,
                     at: violation.nodes.map((node) => node.target.join(' ')).slice(0, 5),
                   }))),
                   (error) => done([{ id: String(error) }]));",
                Vec::new(),
            )
            .await
            .unwrap();
        assert_eq!(found, json!([]), "{name} is accessible");
    }

    /// Keeps a picture of the window.
    pub async fn picture(&self, name: &str) {
        let folder = root().join("artifacts/window");
        fs::create_dir_all(&folder).unwrap();
        // What has just been drawn is on the screen two frames later, and what slides in has
        // then come to rest, so that it can be pressed where it is.
        let frames = "const done = arguments[arguments.length - 1];
             const ends = (one) => Number.isFinite(one.effect.getComputedTiming().endTime);
             requestAnimationFrame(() => requestAnimationFrame(() =>
               Promise.race([
                 Promise.allSettled(
                   document.getAnimations().filter(ends).map((one) => one.finished)
                 ),
                 new Promise((ready) => setTimeout(ready, 2000)),
               ]).then(() => done(true))));";
        self.client.execute_async(frames, Vec::new()).await.unwrap();
        let png = self.client.screenshot().await.unwrap();
        fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    /// Into the middle, where nothing that stays at an edge covers it.
    async fn to_the_middle(&self, element: &Element) {
        let middle = "arguments[0].scrollIntoView({ block: 'center' })";
        let itself = vec![serde_json::to_value(element).unwrap()];
        self.client.execute(middle, itself).await.unwrap();
    }

    async fn find(&self, path: &str, what: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        match wait.for_element(Locator::XPath(path)).await {
            Ok(element) => element,
            Err(_) => self.fail(&format!("“{what}” is not there")).await,
        }
    }

    async fn fail(&self, why: &str) -> ! {
        self.picture("failed").await;
        let text = self.ask("return document.body.innerText").await;
        panic!(
            "{why}; the window says:\n{}",
            text.as_str().unwrap_or_default()
        );
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

fn tool(variable: &str, place: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| root().join("target").join(place), PathBuf::from)
}

/// Where a cell of the readings stands, if it fulfils a condition.
fn cell(period: &str, column: usize, condition: &str) -> String {
    let period = quoted(period);
    format!(
        "//*[@role='row'][*[@role='rowheader'][normalize-space(.)={period}]]\
         /*[@role='gridcell'][{column}]{condition}"
    )
}

/// Whether an element is called so.
fn named(name: &str) -> String {
    let name = quoted(name);
    format!("(normalize-space(.)={name} or @aria-label={name} or .//*[normalize-space(.)={name}])")
}

/// A text as XPath takes it.
fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "{text}");
    format!("\"{text}\"")
}
