//! Which crate may reach which, from cargo's own account.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use backbone_tests::root;
use serde_json::Value;

/// Direct dependencies of every package in the lock file, by name; those only tests use
/// are left out.
struct Graph {
    uses: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    fn of_the_workspace() -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        // Packages of other systems need not have been downloaded here.
        let platform = format!("--filter-platform={}", host());
        let answer = Command::new(cargo)
            .args([
                "metadata",
                "--format-version=1",
                "--locked",
                "--all-features",
                &platform,
            ])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(
            answer.status.success(),
            "{}",
            String::from_utf8_lossy(&answer.stderr)
        );
        let metadata: Value = serde_json::from_slice(&answer.stdout).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let list = |value: &Value| value.as_array().unwrap().clone();
        let names: BTreeMap<String, String> = list(&metadata["packages"])
            .iter()
            .map(|package| (text(&package["id"]), text(&package["name"])))
            .collect();
        let uses = list(&metadata["resolve"]["nodes"])
            .iter()
            .map(|node| {
                let deps = list(&node["deps"]);
                let used = deps.iter().filter(|dep| {
                    list(&dep["dep_kinds"])
                        .iter()
                        .any(|kind| kind["kind"].is_null())
                });
                let used = used.map(|dep| names[&text(&dep["pkg"])].clone()).collect();
                (names[&text(&node["id"])].clone(), used)
            })
            .collect();
        Self { uses }
    }

    fn direct(&self, package: &str) -> &BTreeSet<String> {
        &self.uses[package]
    }

    fn reached(&self, package: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![package.to_owned()];
        while let Some(name) = open.pop() {
            for used in self.uses.get(&name).into_iter().flatten() {
                if reached.insert(used.clone()) {
                    open.push(used.clone());
                }
            }
        }
        reached
    }
}

/// The system the tests run on, as cargo names it.
fn host() -> String {
    let answer = Command::new("rustc").arg("-vV").output().unwrap();
    let answer = String::from_utf8(answer.stdout).unwrap();
    let line = answer.lines().find_map(|line| line.strip_prefix("host: "));
    line.unwrap().to_owned()
}

const CRATES: &[&str] = &[
    "backbone-core",
    "backbone-statistics",
    "backbone-figures",
    "backbone-report",
    "backbone-exchange",
    "backbone-contract",
];

#[test]
fn only_the_shell_reaches_tauri() {
    let graph = Graph::of_the_workspace();
    for package in CRATES {
        assert!(
            !graph.reached(package).contains("tauri"),
            "{package} reaches tauri: it could no longer be tested without a window"
        );
    }
    assert!(
        graph.reached("backbone-desk").contains("tauri"),
        "the account names tauri"
    );
}

#[test]
fn only_the_core_speaks_sql() {
    let graph = Graph::of_the_workspace();
    for package in CRATES.iter().chain(&["backbone-desk", "xtask"]) {
        let has_database = graph.direct(package).contains("rusqlite");
        assert_eq!(has_database, *package == "backbone-core", "{package}");
    }
}

#[test]
fn what_is_stored_is_not_what_goes_over_the_wire() {
    let graph = Graph::of_the_workspace();
    assert!(
        !graph.direct("backbone-core").contains("serde"),
        "domain types are not serializable: a renamed field must not change the wire"
    );
}

#[test]
fn arrows_point_one_way() {
    let graph = Graph::of_the_workspace();
    let allowed: &[(&str, &[&str])] = &[
        ("backbone-statistics", &[]),
        ("backbone-core", &["backbone-statistics"]),
        ("backbone-figures", &["backbone-statistics"]),
        (
            "backbone-report",
            &["backbone-core", "backbone-figures", "backbone-statistics"],
        ),
        (
            "backbone-exchange",
            &["backbone-core", "backbone-figures", "backbone-statistics"],
        ),
        (
            "backbone-contract",
            &[
                "backbone-core",
                "backbone-exchange",
                "backbone-figures",
                "backbone-statistics",
            ],
        ),
    ];
    for (package, may_use) in allowed {
        let own = graph
            .direct(package)
            .iter()
            .filter(|used| used.starts_with("backbone-"));
        for used in own {
            assert!(may_use.contains(&used.as_str()), "{package} uses {used}");
        }
    }
}
