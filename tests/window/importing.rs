//! Importing a partner's table: every kind of problem mended where it is shown, one undo,
//! and the next table of the same source read as this one was.

use std::fs;

use crate::{desk::Desk, dialog, home::Home};

const TABLE: &str = "YR;Subgroup;N_Tested;Pct_Demo\n\
    2024-25;All students;2312;62,8\n2024-25;Black;890;46,4\n2024-25;White;848;63,5\n\
    2024-25;Hisp/Lat;264;37,9\n2024-25;Two or more races;209;54,1\n2024-25;Asian;9;<10\n\
    2023-24;All students;2347;460\n2023-24;Black;902;43,6\n2023-24;White;856;61,7\n\
    2023-24;Hisp/Lat;261;\n2022-23;Black;900;42,1\n2022-23;Black;900;42,2\n\
    Source: Queen City Public Schools\n";

#[tokio::test]
async fn a_table_is_mended_where_its_problems_are_shown_and_its_source_remembered() {
    let home = Home::new();
    let desk = Desk::open(&home, None).await;
    desk.press("Cincinnati Birth to career").await;
    desk.sees("Headline measures").await;
    desk.press("Kindergarten readiness").await;
    desk.press("Import").await;
    desk.sees("Choose a file").await;
    desk.look("import-choose").await;

    let table = home.at("readiness fall 2025.csv");
    fs::write(&table, TABLE).unwrap();
    desk.press("Choose a file").await;
    dialog::choose("Choose a table of figures", &table);
    desk.sees("Fix before importing").await;
    desk.look("import-check").await;
    desk.resize(1024, 700).await;
    desk.look("import-check-compact").await;
    desk.resize(1440, 900).await;
    desk.press("Match columns").await;
    desk.look("import-columns").await;
    desk.press_beginning("Check ").await;

    // The group is known by another name; the suggestion stands first.
    desk.press("Apply").await;
    desk.sees("“Hisp/Lat” stands for Hispanic or Latino").await;
    desk.press_beginning("Use 46").await;
    desk.sees("read as 46").await;
    // What was settled can be taken back, and settled again.
    desk.resize(1024, 700).await;
    desk.press_starting("Take back: “Hisp/Lat”").await;
    desk.sees_no_longer("“Hisp/Lat” stands for Hispanic or Latino")
        .await;
    desk.press("Apply").await;
    desk.sees("“Hisp/Lat” stands for Hispanic or Latino").await;
    desk.resize(1440, 900).await;
    desk.press_beginning("The last row counts").await;
    desk.sees_no_longer("Fix before importing").await;
    desk.press("8").await;
    desk.look("import-settled").await;

    desk.fill("Remember as", "Queen City schools").await;
    desk.press_beginning("Import 9").await;
    desk.sees("Imported:").await;
    desk.press("Undo").await;

    desk.press("Import").await;
    desk.sees("Queen City schools").await;
    desk.press("Choose a file").await;
    dialog::choose("Choose a table of figures", &table);
    desk.sees("Read as last time: Queen City schools").await;
    desk.sees("“Hisp/Lat” stands for Hispanic or Latino").await;
    desk.look("import-remembered").await;
    desk.ask("document.documentElement.dataset.theme = 'dark'")
        .await;
    desk.look("import-dark").await;
    desk.close().await;
}
