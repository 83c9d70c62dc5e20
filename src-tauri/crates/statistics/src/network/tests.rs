//! Networks against worked examples, published values, and what their words mean.

use super::*;

fn network(count: usize, ties: &[(usize, usize)]) -> Network<usize> {
    let nodes: Vec<Node<usize>> = (0..count).map(|name| Node { name, sector: None }).collect();
    describe(&nodes, ties).unwrap()
}

fn letters(pairs: &str) -> Vec<(char, char)> {
    pairs
        .split(' ')
        .map(|pair| {
            let mut ends = pair.chars();
            (ends.next().unwrap(), ends.next().unwrap())
        })
        .collect()
}

/// Pairs of numbers, as in “0-1 1-2”.
fn tied(pairs: &str) -> Vec<(usize, usize)> {
    let number = |text: &str| text.parse().unwrap();
    pairs
        .split(' ')
        .map(|pair| pair.split_once('-').unwrap())
        .map(|(one, other)| (number(one), number(other)))
        .collect()
}

#[track_caller]
fn assert_near(found: Option<f64>, wanted: f64) {
    let found = found.unwrap();
    assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
}

fn betweenness(network: &Network<usize>) -> Vec<f64> {
    network.nodes.iter().map(|node| node.betweenness).collect()
}

#[track_caller]
fn assert_betweenness(network: &Network<usize>, wanted: &[f64]) {
    assert_eq!(network.nodes.len(), wanted.len());
    for (node, wanted) in network.nodes.iter().zip(wanted) {
        assert!(
            (node.betweenness - wanted).abs() < 1e-9,
            "{node:?} is not {wanted}"
        );
    }
}

#[test]
fn the_worked_examples_come_out() {
    let star = network(5, &[(0, 1), (0, 2), (0, 3), (0, 4)]);
    assert_near(star.centralization, 1.0);
    assert_betweenness(&star, &[1.0, 0.0, 0.0, 0.0, 0.0]);
    let ring = network(5, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]);
    assert_near(ring.centralization, 0.0);
    assert!(ring.bridges.is_empty() && ring.articulation_points.is_empty());
    let path = network(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    assert_near(path.centralization, 1.0 / 6.0);
    assert_near(path.density, 0.4);
    assert_betweenness(&path, &[0.0, 0.5, 2.0 / 3.0, 0.5, 0.0]);
    let partners = describe::<char>(&[], &letters("AB AC AD AE AF BC")).unwrap();
    assert_near(partners.centralization, 0.9);
    assert_near(partners.density, 0.4);
    assert_eq!(partners.bridges, letters("AD AE AF"));
    assert_eq!(partners.articulation_points, ['A']);
}

#[test]
fn a_club_of_34_has_its_published_values() {
    // Zachary 1977, numbered from 0; values by another program.
    let ties = tied(
        "0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 \
         1-7 1-13 1-17 1-19 1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 \
         4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 15-33 \
         18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 \
         24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 \
         31-33 32-33",
    );
    let club = network(34, &ties);
    assert_eq!(club.ties, 78);
    assert_near(club.density, 0.139_037_433_155_080_2);
    assert_near(club.centralization, 0.399_621_212_121_212_1);
    assert_betweenness(
        &club,
        &[
            0.437_635_281_385,
            0.053_936_688_312,
            0.143_656_806_157,
            0.011_909_271_284,
            0.000_631_313_131,
            0.029_987_373_737,
            0.029_987_373_737,
            0.0,
            0.055_926_827_802,
            0.000_847_763_348,
            0.000_631_313_131,
            0.0,
            0.0,
            0.045_863_395_863,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            0.032_475_048_100,
            0.0,
            0.0,
            0.0,
            0.017_613_636_364,
            0.002_209_595_960,
            0.003_840_488_215,
            0.0,
            0.022_333_453_583,
            0.001_794_733_045,
            0.002_922_077_922,
            0.014_411_976_912,
            0.138_275_613_276,
            0.145_247_113_997,
            0.304_074_975_950,
        ],
    );
    assert_eq!(
        (club.bridges, club.articulation_points),
        (vec![(0, 11)], vec![0])
    );
}

#[test]
fn a_network_in_pieces_has_the_values_another_program_gives() {
    let ties = tied("0-1 0-3 0-6 0-8 0-9 1-3 1-6 1-8 2-5 2-8 4-6 5-9 6-8 6-10");
    let found = network(12, &ties);
    assert_near(found.density, 0.212_121_212_121_212_1);
    assert_near(found.centralization, 0.290_909_090_909_090_9);
    assert_betweenness(
        &found,
        &[
            0.209_090_909_091,
            0.045_454_545_455,
            0.054_545_454_545,
            0.0,
            0.0,
            0.018_181_818_182,
            0.272_727_272_727,
            0.0,
            0.145_454_545_455,
            0.072_727_272_727,
            0.0,
            0.0,
        ],
    );
    assert_eq!(
        found.components,
        [vec![0, 1, 2, 3, 4, 5, 6, 8, 9, 10], vec![7], vec![11]]
    );
    assert_eq!(found.bridges, [(4, 6), (6, 10)]);
    assert_eq!(found.articulation_points, [6]);
    assert_eq!(found.isolates, [7, 11]);
    assert_eq!(found.nodes[11].component, 2);
}

/// Four networks with what networkx 3 says of them: the karate club by its two clubs, two drawn
/// by lot (`gnm_random_graph(40, 52, seed=7)` and `(60, 240, seed=11)`) and
/// `barbell_graph(5, 3)`. A script called `density`, `betweenness_centrality`,
/// `connected_components`, `bridges`, `articulation_points`, `isolates` and
/// `attribute_assortativity_coefficient` of each and wrote the answers as JSON; centralization
/// it took from `degree` by Freeman's formula.
#[test]
fn every_answer_is_that_of_another_program() {
    let known: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("networkx.json")).unwrap();
    assert_eq!(known.len(), 4);
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let list = |value: &serde_json::Value| -> Vec<usize> {
        value.as_array().unwrap().iter().map(number).collect()
    };
    let lists = |value: &serde_json::Value| -> Vec<Vec<usize>> {
        value.as_array().unwrap().iter().map(list).collect()
    };
    for network in known {
        let sectors = network["sectors"].as_array().unwrap();
        let nodes: Vec<Node<usize>> = sectors
            .iter()
            .enumerate()
            .map(|(name, sector)| Node {
                name,
                sector: sector.as_str().map(str::to_owned),
            })
            .collect();
        let pairs = |value: &serde_json::Value| -> Vec<(usize, usize)> {
            lists(value).iter().map(|pair| (pair[0], pair[1])).collect()
        };
        let found = describe(&nodes, &pairs(&network["edges"])).unwrap();
        assert_near(found.density, network["density"].as_f64().unwrap());
        assert_near(
            found.centralization,
            network["centralization"].as_f64().unwrap(),
        );
        let wanted: Vec<f64> = network["betweenness"]
            .as_array()
            .unwrap()
            .iter()
            .map(|value| value.as_f64().unwrap())
            .collect();
        assert_betweenness(&found, &wanted);
        assert_eq!(found.components, lists(&network["components"]));
        assert_eq!(found.bridges, pairs(&network["bridges"]));
        assert_eq!(
            found.articulation_points,
            list(&network["articulation_points"])
        );
        assert_eq!(found.isolates, list(&network["isolates"]));
        let mixing = found.mixing.unwrap();
        assert_near(
            mixing.assortativity,
            network["assortativity"].as_f64().unwrap(),
        );
    }
}

#[test]
fn a_tie_given_twice_or_both_ways_round_is_one() {
    let once = describe::<char>(&[], &letters("AB BC")).unwrap();
    let often = describe::<char>(&[], &letters("AB BA BC BC CB")).unwrap();
    assert_eq!(once, often);
}

#[test]
fn few_nodes_have_no_shape() {
    let none = describe::<u32>(&[], &[]).unwrap();
    assert_eq!((none.answer, none.density), (Answer::TooFewNodes, None));
    let alone = network(1, &[]);
    assert_eq!(
        (alone.answer, alone.isolates.len(), alone.components.len()),
        (Answer::TooFewNodes, 1, 1)
    );
    let two = network(2, &[(0, 1)]);
    assert_eq!(
        (two.answer, two.density, two.centralization),
        (Answer::Described, Some(1.0), None)
    );
    assert_eq!(two.bridges, [(0, 1)]);
    assert_eq!(betweenness(&two), [0.0, 0.0]);
    let strangers = network(4, &[]);
    assert_eq!(
        (strangers.density, strangers.centralization),
        (Some(0.0), Some(0.0))
    );
}

#[test]
fn ties_are_told_apart_by_the_sectors_they_join() {
    let sectors = [
        ('A', "health"),
        ('B', "health"),
        ('C', "schools"),
        ('D', "schools"),
    ];
    let mut nodes: Vec<Node<char>> = sectors
        .map(|(name, sector)| Node {
            name,
            sector: Some(sector.to_owned()),
        })
        .into();
    nodes.push(Node {
        name: 'E',
        sector: None,
    });
    let found = describe(&nodes, &letters("AB AC AD BC DE")).unwrap();
    let mixing = found.mixing.unwrap();
    assert_eq!(mixing.sectors, ["health", "schools"]);
    assert_eq!(mixing.ties, [[1, 3], [3, 0]]);
    assert_eq!(
        (mixing.external, mixing.internal, mixing.unknown),
        (3, 1, 1)
    );
    assert_near(mixing.ei_index, 0.5);
    assert_eq!(network(2, &[(0, 1)]).mixing, None, "no sector is known");
}

#[test]
fn what_cannot_be_meant_is_refused() {
    assert!(describe::<char>(&[], &[('A', 'A')]).is_err());
    let node = Node {
        name: 'A',
        sector: None,
    };
    assert!(describe(&[node.clone(), node], &[]).is_err());
}

#[test]
fn a_chain_of_many_thousands_is_searched_without_running_out_of_stack() {
    let ties: Vec<(usize, usize)> = (0..20_000).map(|node| (node, node + 1)).collect();
    let (_, graph) = Graph::of(&[], &ties).unwrap();
    let cuts = cuts::find(&graph);
    assert_eq!((cuts.ties.len(), cuts.nodes.len()), (20_000, 19_999));
}

/// Number of components that are left without a tie, or without a node.
fn pieces(count: usize, ties: &[(usize, usize)], without: impl Fn(usize, usize) -> bool) -> usize {
    let kept: Vec<(usize, usize)> = ties
        .iter()
        .copied()
        .filter(|(one, other)| !without(*one, *other) && !without(*other, *one))
        .collect();
    network(count, &kept).components.len()
}

proptest::proptest! {
    #[test]
    fn cuts_are_what_their_words_say(
        raw in proptest::collection::vec((0..12_usize, 0..12_usize), 0..22),
    ) {
        let ties: Vec<(usize, usize)> = raw.into_iter().filter(|(one, other)| one != other).collect();
        let found = network(12, &ties);
        let whole = found.components.len();
        for &(one, other) in &ties {
            let splits = pieces(12, &ties, |from, to| (from, to) == (one, other)) > whole;
            let is_bridge = found.bridges.contains(&(one.min(other), one.max(other)));
            proptest::prop_assert_eq!(splits, is_bridge, "{}–{}", one, other);
        }
        for place in &found.nodes {
            let name = place.name;
            // The node itself stays behind as a piece of its own, unless it was one before.
            let left = pieces(12, &ties, |from, _| from == name);
            let splits = place.degree > 0 && left - 1 > whole;
            proptest::prop_assert_eq!(splits, place.is_articulation, "{}", name);
        }
    }

    #[test]
    fn degrees_and_shortest_paths_add_up(
        raw in proptest::collection::vec((0..15_usize, 0..15_usize), 0..40),
    ) {
        let ties: Vec<(usize, usize)> = raw.into_iter().filter(|(one, other)| one != other).collect();
        let found = network(15, &ties);
        let degrees: usize = found.nodes.iter().map(|node| node.degree).sum();
        proptest::prop_assert_eq!(degrees, 2 * found.ties);
        proptest::prop_assert!(betweenness(&found).iter().all(|value| (0.0..=1.0).contains(value)));
        // A shortest path of s steps leads through s − 1 others, so betweenness summed over
        // all nodes is the number of such steps over all pairs.
        let between: f64 = betweenness(&found).iter().sum::<f64>() * (14.0 * 13.0);
        proptest::prop_assert!((between - inner_steps(15, &ties)).abs() < 1e-9 * between.max(1.0));
    }
}

/// Sum over ordered pairs that reach each other of the steps between them beyond the first,
/// by Floyd and Warshall.
fn inner_steps(count: usize, ties: &[(usize, usize)]) -> f64 {
    let mut steps = vec![vec![f64::INFINITY; count]; count];
    for &(one, other) in ties {
        steps[one][other] = 1.0;
        steps[other][one] = 1.0;
    }
    for by in 0..count {
        for from in 0..count {
            for to in 0..count {
                let round = steps[from][by] + steps[by][to];
                steps[from][to] = steps[from][to].min(round);
            }
        }
    }
    let mut sum = 0.0;
    for (from, row) in steps.iter().enumerate() {
        for (to, found) in row.iter().enumerate() {
            if from != to && found.is_finite() {
                sum += found - 1.0;
            }
        }
    }
    sum
}
