//! Written prose: Markdown in a closed set, as spans of one face each.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::fonts::{ITALIC, REGULAR, SEMIBOLD};

/// Text in one face.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub text: String,
    pub face: usize,
}

/// A block of prose.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Prose {
    Paragraph(Vec<Span>),
    List(Vec<Vec<Span>>),
}

/// Plain text as one span.
pub(crate) fn spans(text: &str, face: usize) -> Vec<Span> {
    vec![Span {
        text: text.to_owned(),
        face,
    }]
}

/// Reads Markdown: paragraphs, lists, emphasis. Headings become bold paragraphs; links,
/// pictures and HTML are shown as their text, never followed or run.
pub(crate) fn prose(markdown: &str) -> Vec<Prose> {
    let mut blocks = Vec::new();
    let mut current: Vec<Span> = Vec::new();
    let mut items: Vec<Vec<Span>> = Vec::new();
    let (mut bold, mut italic, mut depth) = (0u32, 0u32, 0u32);
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Strong | Tag::Heading { .. }) => bold += 1,
            Event::End(TagEnd::Strong) => bold = bold.saturating_sub(1),
            Event::Start(Tag::Emphasis) => italic += 1,
            Event::End(TagEnd::Emphasis) => italic = italic.saturating_sub(1),
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !items.is_empty() {
                    blocks.push(Prose::List(std::mem::take(&mut items)));
                }
            }
            Event::End(TagEnd::Item) if !current.is_empty() => {
                items.push(std::mem::take(&mut current));
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let face = if bold > 0 {
                    SEMIBOLD
                } else if italic > 0 {
                    ITALIC
                } else {
                    REGULAR
                };
                current.push(Span {
                    text: text.into_string(),
                    face,
                });
            }
            Event::SoftBreak => current.push(Span {
                text: " ".to_owned(),
                face: REGULAR,
            }),
            Event::HardBreak => current.push(Span {
                text: "\n".to_owned(),
                face: REGULAR,
            }),
            Event::End(TagEnd::Heading(_)) => {
                bold = bold.saturating_sub(1);
                finish(&mut blocks, &mut current, depth);
            }
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                finish(&mut blocks, &mut current, depth);
            }
            _ => {}
        }
    }
    finish(&mut blocks, &mut current, 0);
    blocks
}

fn finish(blocks: &mut Vec<Prose>, current: &mut Vec<Span>, depth: u32) {
    if depth == 0 && !current.is_empty() {
        blocks.push(Prose::Paragraph(std::mem::take(current)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_keeps_words_and_emphasis_and_follows_nothing() {
        let found =
            prose("One **bold** word.\n\n- first\n- [link](http://example.org) <b>x</b>\n\n# Head");
        assert_eq!(found.len(), 3);
        assert!(
            matches!(&found[0], Prose::Paragraph(spans) if spans[1] == Span { text: "bold".into(), face: SEMIBOLD })
        );
        assert!(
            matches!(&found[1], Prose::List(items) if items.len() == 2 && items[1].iter().any(|span| span.text == "link"))
        );
        assert!(matches!(&found[2], Prose::Paragraph(spans) if spans[0].face == SEMIBOLD));
    }
}
