/** Tables on the clipboard, as Excel, LibreOffice and this program write and read them. */

/** A cell that is copied: what others read, and what this program reads back. */
export type CopiedCell = { copied: string; text: string };

/** Puts cells on the clipboard as tabs and lines, and as a table. */
export function putCells(data: DataTransfer, rows: CopiedCell[][]): void {
  const lines = rows.map((row) => row.map((cell) => quoted(cell.copied)).join("\t"));
  data.setData("text/plain", lines.join("\n"));
  const cells = (row: CopiedCell[]) =>
    row.map((cell) => `<td data-entry="${safe(cell.text)}">${safe(cell.copied)}</td>`).join("");
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join("");
  data.setData("text/html", `<table>${body}</table>`);
}

/** Rows of cells on the clipboard: its HTML table where there is one, else tabs and lines. */
export function rowsOf(data: DataTransfer): string[][] {
  const html = data.getData("text/html");
  const fromTable = /<table/i.test(html) ? rowsOfTable(html) : [];
  return fromTable.length > 0 ? fromTable : rowsOfText(data.getData("text/plain"));
}

/** Tabs part cells and line ends rows; inside quotation marks both belong to the cell. */
export function rowsOfText(text: string): string[][] {
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (source === "") return [];
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    let cell = "";
    // Only a mark that opens a cell quotes it, and only if it is closed before the next cell.
    const close = source[at] === '"' ? closing(source, at) : -1;
    if (close > 0) {
      cell = source.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else {
      const end = nextMark(source, at);
      cell = source.slice(at, end);
      at = end;
    }
    rows.at(-1)?.push(cell.trim());
    if (source[at] === "\n") rows.push([]);
    at += 1;
  }
  return rows;
}

function nextMark(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== "\t" && source[at] !== "\n") at += 1;
  return at;
}

/** Where a quoted cell ends; -1 where what follows is no end of a cell. */
function closing(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length) {
    if (source[at] === '"') {
      if (source[at + 1] !== '"') {
        const next = source[at + 1];
        return next === undefined || next === "\t" || next === "\n" ? at : -1;
      }
      at += 1;
    }
    at += 1;
  }
  return -1;
}

/** A merged cell stands in its first place; the places it covers are empty. */
function rowsOfTable(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  const rows: string[][] = [];
  const covered = new Set<string>();
  [...(table?.querySelectorAll("tr") ?? [])].forEach((line, down) => {
    const row: string[] = [];
    let across = 0;
    const skipCovered = () => {
      while (covered.has(`${down} ${across}`)) {
        row.push("");
        across += 1;
      }
    };
    for (const cell of line.querySelectorAll<HTMLTableCellElement>("td, th")) {
      skipCovered();
      // A span beyond any table would only cost memory.
      const width = Math.min(cell.colSpan || 1, 1000);
      const height = Math.min(cell.rowSpan || 1, 10_000);
      row.push(cell.getAttribute("data-entry") ?? words(cell));
      for (let right = 1; right < width; right += 1) row.push("");
      for (let below = 1; below < height; below += 1) {
        for (let right = 0; right < width; right += 1) {
          covered.add(`${down + below} ${across + right}`);
        }
      }
      across += width;
    }
    skipCovered();
    rows.push(row);
  });
  return rows;
}

/** The words of a cell; how its markup is broken into lines means nothing. */
function words(cell: HTMLElement): string {
  for (const line of cell.querySelectorAll("br")) line.replaceWith(" ");
  return (cell.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();
}

function quoted(cell: string): string {
  return /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function safe(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
