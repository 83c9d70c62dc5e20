//! The words by which a column's head tells its role, in English and Spanish.

use super::mapping::Role;
use crate::names::fold;

/// Folded words a head is recognized by, for each role, with how much they say. A head
/// that is the word weighs full, one that holds it weighs half.
pub(super) type Words = &'static [(&'static str, u32)];

pub(super) const HEADER_WORDS: &[(Role, Words)] = &[
    (
        Role::Period,
        &[
            ("period", 100),
            ("periodo", 100),
            ("school year", 100),
            ("ano escolar", 100),
            ("year", 90),
            ("ano", 90),
            ("yr", 90),
            ("schyr", 90),
            ("date", 80),
            ("fecha", 80),
            ("month", 80),
            ("mes", 80),
            ("quarter", 80),
            ("trimestre", 80),
            ("fy", 80),
            ("sy", 80),
            ("term", 40),
            ("time", 40),
        ],
    ),
    (
        Role::Value,
        &[
            ("value", 100),
            ("valor", 100),
            ("percent", 90),
            ("percentage", 90),
            ("pct", 90),
            ("porcentaje", 90),
            ("rate", 90),
            ("tasa", 90),
            ("figure", 80),
            ("reading", 70),
            ("result", 60),
            ("resultado", 60),
            ("score", 60),
            ("estimate", 60),
            ("mean", 50),
            ("average", 50),
            ("amount", 50),
            ("monto", 50),
            ("share", 50),
            ("index", 50),
        ],
    ),
    (
        Role::Measure,
        &[
            ("measure", 100),
            ("measure code", 100),
            ("indicator", 100),
            ("indicador", 100),
            ("medida", 100),
            ("metric", 90),
            ("kpi", 80),
            ("code", 60),
            ("codigo", 60),
        ],
    ),
    (
        Role::Group,
        &[
            ("group", 100),
            ("grupo", 100),
            ("subgroup", 100),
            ("subgrupo", 100),
            ("student group", 100),
            ("race ethnicity", 90),
            ("race", 80),
            ("ethnicity", 80),
            ("raza", 80),
            ("demographic", 80),
            ("demo", 60),
            ("gender", 70),
            ("sex", 70),
            ("breakdown", 70),
            ("category", 60),
            ("categoria", 60),
        ],
    ),
    (
        Role::Place,
        &[
            ("place", 100),
            ("lugar", 100),
            ("county", 90),
            ("condado", 90),
            ("district", 80),
            ("distrito", 80),
            ("city", 80),
            ("ciudad", 80),
            ("neighborhood", 90),
            ("barrio", 90),
            ("school", 60),
            ("escuela", 60),
            ("geography", 90),
            ("region", 80),
            ("area", 70),
            ("location", 80),
            ("state", 40),
            ("zip", 60),
        ],
    ),
    (
        Role::Provider,
        &[
            ("provider", 100),
            ("proveedor", 100),
            ("partner", 90),
            ("socio", 90),
            ("agency", 70),
            ("organization", 70),
            ("organizacion", 70),
        ],
    ),
    (
        Role::Numerator,
        &[
            ("numerator", 100),
            ("numerador", 100),
            ("num", 60),
            ("count", 55),
            ("n met", 80),
            ("met", 50),
            ("number", 45),
            ("numero", 45),
            ("cantidad", 45),
            ("proficient", 40),
        ],
    ),
    (
        Role::Denominator,
        &[
            ("denominator", 100),
            ("denominador", 100),
            ("denom", 100),
            ("n", 80),
            ("n tested", 90),
            ("tested", 80),
            ("assessed", 80),
            ("enrolled", 70),
            ("enrollment", 70),
            ("cohort", 60),
            ("population", 60),
            ("poblacion", 60),
            ("base", 50),
            ("students", 50),
            ("total", 45),
            ("n size", 90),
            ("sample size", 80),
        ],
    ),
    (
        Role::Lower,
        &[
            ("lower", 100),
            ("lower bound", 100),
            ("lower ci", 100),
            ("lcl", 90),
            ("ci low", 100),
            ("low", 60),
            ("inferior", 80),
            ("min", 40),
        ],
    ),
    (
        Role::Upper,
        &[
            ("upper", 100),
            ("upper bound", 100),
            ("upper ci", 100),
            ("ucl", 90),
            ("ci high", 100),
            ("high", 60),
            ("superior", 80),
            ("max", 40),
        ],
    ),
    (
        Role::State,
        &[
            ("state", 60),
            ("status", 90),
            ("estado", 60),
            ("flag", 60),
            ("provisional", 80),
            ("preliminary", 80),
        ],
    ),
    (
        Role::Comment,
        &[
            ("comment", 100),
            ("comments", 100),
            ("comentario", 100),
            ("note", 100),
            ("notes", 100),
            ("nota", 100),
            ("notas", 100),
            ("remark", 100),
            ("footnote", 90),
            ("certainty", 70),
            ("description", 40),
        ],
    ),
    (
        Role::Unit,
        &[
            ("unit", 100),
            ("units", 100),
            ("unidad", 100),
            ("unit of measure", 100),
            ("uom", 90),
        ],
    ),
    (
        Role::Source,
        &[
            ("source", 100),
            ("fuente", 100),
            ("origin", 80),
            ("citation", 80),
            ("reference", 60),
            ("url", 50),
        ],
    ),
];

pub(super) fn head_score(head: &str, words: Words) -> u32 {
    let head = fold(head);
    let holds = |word: &str| {
        head.split(' ').any(|part| part == word) || (word.contains(' ') && head.contains(word))
    };
    let score = |&(word, weight): &(&str, u32)| {
        if head == word {
            weight
        } else if holds(word) {
            weight / 2
        } else {
            0
        }
    };
    words.iter().map(score).max().unwrap_or(0)
}
