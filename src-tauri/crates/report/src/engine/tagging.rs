//! What the PDF library leaves out and accessible, archival PDF asks for: the structure
//! tree, language, metadata, color profile, nested outline and described links.

use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, text_string};

use super::{
    flow::Flow,
    page::{Bookmark, Element, Kid},
};
use crate::Error;

/// Adds everything to a document that has one page per page of `flow`.
pub(crate) fn tag(document: &mut Document, flow: &Flow) -> Result<(), Error> {
    document.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let links = add_links(document, flow, &pages)?;
    let tree = add_tree(document, flow, &pages, &links)?;
    let outline = add_outline(document, flow, &pages);
    let metadata = add_metadata(document, flow);
    let intent = add_color_profile(document)?;
    let language = flow.setup.language;
    let catalog = document.catalog_mut().map_err(pdf)?;
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", dictionary([("Marked", true.into())]));
    catalog.set("Lang", Object::string_literal(language));
    catalog.set(
        "ViewerPreferences",
        dictionary([("DisplayDocTitle", true.into())]),
    );
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    let info = document
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .map_err(pdf)?;
    let info = document.get_dictionary_mut(info).map_err(pdf)?;
    for key in [
        "GTS_PDFXVersion",
        "Trapped",
        "Identifier",
        "Subject",
        "Keywords",
    ] {
        info.remove(key.as_bytes());
    }
    let date = Object::string_literal(format!("D:{}000000Z", flow.setup.date.format("%Y%m%d")));
    info.set("CreationDate", date.clone());
    info.set("ModDate", date);
    info.set("Title", text_string(&flow.setup.title));
    info.set("Author", text_string(&flow.setup.author));
    Ok(())
}

fn pdf(error: lopdf::Error) -> Error {
    Error::Pdf(error.to_string())
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Object {
    let mut dictionary = Dictionary::new();
    for (key, value) in entries {
        dictionary.set(key, value);
    }
    Object::Dictionary(dictionary)
}

/// Page height turns our coordinates, which grow downward, around.
fn rectangle(flow: &Flow, [left, top, right, bottom]: [f32; 4]) -> Object {
    let height = flow.setup.size.1;
    Object::Array(vec![
        left.into(),
        (height - bottom).into(),
        right.into(),
        (height - top).into(),
    ])
}

/// Link annotations by page; each is named in the parent tree after the pages.
fn add_links(
    document: &mut Document,
    flow: &Flow,
    pages: &[ObjectId],
) -> Result<Vec<Vec<ObjectId>>, Error> {
    let mut key = i64::try_from(pages.len()).unwrap_or(0);
    let mut found = Vec::new();
    for (page, id) in flow.pages.iter().zip(pages) {
        let mut links = Vec::new();
        for link in &page.links {
            let action = dictionary([
                ("S", name("URI")),
                ("URI", Object::string_literal(link.target.as_str())),
            ]);
            let annotation = dictionary([
                ("Type", name("Annot")),
                ("Subtype", name("Link")),
                ("Rect", rectangle(flow, link.area)),
                ("Border", vec![0.into(), 0.into(), 0.into()].into()),
                ("F", 4.into()),
                ("Contents", text_string(&link.target)),
                ("StructParent", key.into()),
                ("A", action),
            ]);
            links.push(document.add_object(annotation));
            key += 1;
        }
        let dictionary = document.get_dictionary_mut(*id).map_err(pdf)?;
        if links.is_empty() {
            dictionary.remove(b"Annots");
        } else {
            dictionary.set(
                "Annots",
                links
                    .iter()
                    .map(|id| Object::Reference(*id))
                    .collect::<Vec<_>>(),
            );
        }
        found.push(links);
    }
    Ok(found)
}

fn add_tree(
    document: &mut Document,
    flow: &Flow,
    pages: &[ObjectId],
    links: &[Vec<ObjectId>],
) -> Result<ObjectId, Error> {
    let root = document.new_object_id();
    let elements = &flow.tree.elements;
    let ids: Vec<ObjectId> = elements.iter().map(|_| document.new_object_id()).collect();
    let id_of = |index: usize| ids.get(index).copied().unwrap_or(root);
    let mut parents = vec![root; elements.len()];
    for (index, element) in elements.iter().enumerate() {
        for kid in &element.kids {
            if let Kid::Element(child) = kid
                && let Some(parent) = parents.get_mut(child.0)
            {
                *parent = id_of(index);
            }
        }
    }
    for (index, element) in elements.iter().enumerate() {
        let parent = parents.get(index).copied().unwrap_or(root);
        let object = element_object(flow, element, parent, &id_of, pages, links);
        document.set_object(id_of(index), object);
    }
    let mut numbers: Vec<Object> = Vec::new();
    for (number, (page, id)) in (0i64..).zip(flow.pages.iter().zip(pages)) {
        numbers.push(number.into());
        numbers.push(
            page.marks
                .iter()
                .map(|element| Object::Reference(id_of(element.0)))
                .collect::<Vec<_>>()
                .into(),
        );
        let dictionary = document.get_dictionary_mut(*id).map_err(pdf)?;
        dictionary.set("StructParents", number);
        dictionary.set("Tabs", name("S"));
    }
    let mut key = i64::try_from(pages.len()).unwrap_or(0);
    for link in flow.pages.iter().flat_map(|page| &page.links) {
        numbers.push(key.into());
        numbers.push(Object::Reference(id_of(link.element.0)));
        key += 1;
    }
    let parent_tree = document.add_object(dictionary([("Nums", numbers.into())]));
    document.set_object(
        root,
        dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", Object::Reference(id_of(0))),
            ("ParentTree", parent_tree.into()),
            ("ParentTreeNextKey", key.into()),
        ]),
    );
    Ok(root)
}

fn element_object(
    flow: &Flow,
    element: &Element,
    parent: ObjectId,
    id_of: &impl Fn(usize) -> ObjectId,
    pages: &[ObjectId],
    links: &[Vec<ObjectId>],
) -> Object {
    let page = |number: usize| {
        pages
            .get(number)
            .map_or(Object::Null, |id| Object::Reference(*id))
    };
    let kids: Vec<Object> = element
        .kids
        .iter()
        .map(|kid| match kid {
            Kid::Element(child) => Object::Reference(id_of(child.0)),
            Kid::Content(number, mark) => dictionary([
                ("Type", name("MCR")),
                ("Pg", page(*number)),
                ("MCID", (*mark).into()),
            ]),
            Kid::Link(number, link) => {
                let object = links.get(*number).and_then(|links| links.get(*link));
                dictionary([
                    ("Type", name("OBJR")),
                    ("Pg", page(*number)),
                    (
                        "Obj",
                        object.map_or(Object::Null, |id| Object::Reference(*id)),
                    ),
                ])
            }
        })
        .collect();
    let mut object = Dictionary::new();
    object.set("Type", name("StructElem"));
    object.set("S", name(element.role));
    object.set("P", Object::Reference(parent));
    object.set("K", kids);
    if let Some(alternative) = &element.alternative {
        object.set("Alt", text_string(alternative));
    }
    if let Some(title) = &element.title {
        object.set("T", text_string(title));
    }
    let mut attributes: Vec<Object> = Vec::new();
    if element.scope.is_some() || element.span > 1 {
        let mut table = Dictionary::new();
        table.set("O", name("Table"));
        if let Some(scope) = element.scope {
            table.set("Scope", name(scope));
        }
        if element.span > 1 {
            table.set("ColSpan", i64::try_from(element.span).unwrap_or(1));
        }
        attributes.push(table.into());
    }
    if element.role == "Table" {
        let summary = element.title.clone().unwrap_or_default();
        attributes.push(dictionary([
            ("O", name("Table")),
            ("Summary", text_string(&summary)),
        ]));
    }
    if element.role == "L" {
        attributes.push(dictionary([
            ("O", name("List")),
            ("ListNumbering", name("Disc")),
        ]));
    }
    if let Some(bounds) = element.bounds {
        attributes.push(dictionary([
            ("O", name("Layout")),
            ("BBox", rectangle(flow, bounds)),
            ("Placement", name("Block")),
        ]));
    }
    if let [only] = attributes.as_slice() {
        object.set("A", only.clone());
    } else if !attributes.is_empty() {
        object.set("A", attributes);
    }
    Object::Dictionary(object)
}

/// Pages under the document's title, each with its place.
fn add_outline(document: &mut Document, flow: &Flow, pages: &[ObjectId]) -> Option<ObjectId> {
    let marks = &flow.bookmarks;
    if marks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| document.new_object_id()).collect();
    let parent_of = |index: usize| -> Option<usize> {
        let level = marks.get(index)?.level;
        (0..index)
            .rev()
            .find(|other| marks.get(*other).is_some_and(|mark| mark.level < level))
    };
    let reference = |index: Option<&usize>| {
        index
            .and_then(|index| ids.get(*index))
            .map(|id| Object::Reference(*id))
    };
    let children = |parent: Option<usize>| -> Vec<usize> {
        (0..marks.len())
            .filter(|index| parent_of(*index) == parent)
            .collect()
    };
    for (index, mark) in marks.iter().enumerate() {
        let siblings = children(parent_of(index));
        let place = siblings
            .iter()
            .position(|sibling| *sibling == index)
            .unwrap_or(0);
        let kids = children(Some(index));
        let mut item = bookmark(flow, mark, pages);
        item.set(
            "Parent",
            parent_of(index)
                .and_then(|parent| reference(Some(&parent)))
                .unwrap_or(Object::Reference(root)),
        );
        if let Some(previous) = place
            .checked_sub(1)
            .and_then(|place| reference(siblings.get(place)))
        {
            item.set("Prev", previous);
        }
        if let Some(next) = reference(siblings.get(place + 1)) {
            item.set("Next", next);
        }
        if let (Some(first), Some(last)) = (reference(kids.first()), reference(kids.last())) {
            item.set("First", first);
            item.set("Last", last);
            item.set("Count", i64::try_from(kids.len()).unwrap_or(0));
        }
        if let Some(id) = ids.get(index) {
            document.set_object(*id, item);
        }
    }
    let top = children(None);
    let mut outline = Dictionary::new();
    outline.set("Type", name("Outlines"));
    if let (Some(first), Some(last)) = (reference(top.first()), reference(top.last())) {
        outline.set("First", first);
        outline.set("Last", last);
    }
    outline.set("Count", i64::try_from(marks.len()).unwrap_or(0));
    document.set_object(root, outline);
    Some(root)
}

fn bookmark(flow: &Flow, mark: &Bookmark, pages: &[ObjectId]) -> Dictionary {
    let mut item = Dictionary::new();
    item.set("Title", text_string(&mark.title));
    if let Some(page) = pages.get(mark.page) {
        let top = flow.setup.size.1 - (mark.y - 12.0).max(0.0);
        item.set(
            "Dest",
            vec![
                Object::Reference(*page),
                name("XYZ"),
                0.into(),
                top.into(),
                Object::Null,
            ],
        );
    }
    item
}

/// Where the header of a color profile tells its date: six numbers of two bytes.
const PROFILE_DATE: Range<usize> = 24..36;

fn add_color_profile(document: &mut Document) -> Result<ObjectId, Error> {
    let mut profile = moxcms::ColorProfile::new_srgb()
        .encode()
        .map_err(|error| Error::Pdf(error.to_string()))?;
    // The profile speaks of the day of its standard, not of the moment it was written.
    if let Some(date) = profile.get_mut(PROFILE_DATE) {
        date.copy_from_slice(&[0x07, 0xCF, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0]);
    }
    let mut header = Dictionary::new();
    header.set("N", 3);
    let profile = document.add_object(Stream::new(header, profile));
    Ok(document.add_object(dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        (
            "OutputConditionIdentifier",
            Object::string_literal("sRGB IEC61966-2.1"),
        ),
        ("Info", Object::string_literal("sRGB IEC61966-2.1")),
        ("DestOutputProfile", profile.into()),
    ])))
}

/// XMP that claims PDF/A-2a and PDF/UA-1, with the schema that PDF/A asks for the latter.
fn add_metadata(document: &mut Document, flow: &Flow) -> ObjectId {
    let setup = &flow.setup;
    let xmp = include_str!("metadata.xml")
        .replace("{title}", &escaped(&setup.title))
        .replace("{author}", &escaped(&setup.author))
        .replace("{language}", setup.language)
        .replace(
            "{date}",
            &setup.date.format("%Y-%m-%dT00:00:00Z").to_string(),
        );
    let mut header = Dictionary::new();
    header.set("Type", name("Metadata"));
    header.set("Subtype", name("XML"));
    document.add_object(Stream::new(header, xmp.into_bytes()).with_compression(false))
}

fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
