//! Writes the TypeScript of every wire type and of the command list into one module, so
//! that a change of the wire fails to compile in the window.

use std::collections::BTreeMap;

use backbone_figures::Scene;
use ts_rs::{Config, TS, TypeVisitor};

use crate::*;

macro_rules! commands {
    ($($module:ident { $($name:ident($request:ty) -> $response:ty;)* })*) => {
        /// Every command by name, in the order of the list.
        pub const COMMAND_NAMES: &[&str] = &[$($(stringify!($name)),*),*];

        fn describe(config: &Config, types: &mut Declarations<'_>) -> String {
            let mut commands = String::from("export interface Commands {\n");
            $($(
                types.visit::<$request>();
                types.visit::<$response>();
                commands.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    stringify!($name),
                    <$request as TS>::name(config),
                    <$response as TS>::name(config),
                ));
            )*)*
            commands.push_str("}\n");
            commands
        }
    };
}

include!("command_list.rs");

/// The generated module, whole.
#[must_use]
pub fn typescript() -> String {
    let config = Config::default();
    let mut types = Declarations {
        config: &config,
        found: BTreeMap::new(),
    };
    types.visit::<WireError>();
    types.visit::<ImportProgress>();
    let commands = describe(&config, &mut types);
    let declarations: String = types
        .found
        .into_values()
        .map(|declaration| format!("export {declaration}\n\n"))
        .collect();
    format!(
        "// Written from the contract crate by `cargo test -p backbone-contract`; do not edit.\n\n\
         {declarations}{commands}"
    )
}

/// Declarations by name, each type once.
struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let is_own = T::output_path().is_some();
        if is_own && !self.found.contains_key(&T::name(self.config)) {
            self.found
                .insert(T::name(self.config), T::decl(self.config));
            T::visit_dependencies(self);
        } else {
            T::visit_generics(self);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_today_s_types() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(GENERATED);
        let wanted = typescript();
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        if found != wanted {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &wanted).unwrap();
        }
        assert!(
            found == wanted,
            "the generated types were behind; they are written anew, commit them"
        );
    }

    #[test]
    fn every_command_is_listed_once() {
        let mut names = COMMAND_NAMES.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            COMMAND_NAMES.len(),
            "a name stands for one command"
        );
    }

    #[test]
    fn the_window_may_call_every_command_and_no_other() {
        let capabilities = include_str!("../../../capabilities/main.json");
        let mut allowed: Vec<String> = capabilities
            .split('"')
            .filter_map(|word| word.strip_prefix("allow-"))
            .map(|name| name.replace('-', "_"))
            .collect();
        let mut listed = COMMAND_NAMES.to_vec();
        allowed.sort_unstable();
        listed.sort_unstable();
        assert_eq!(
            allowed, listed,
            "capabilities/main.json names the commands of the list"
        );
    }
}
