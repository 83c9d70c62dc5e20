/** Draws the bytes of a PDF page by page, as they come into sight. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { Loading } from "../shared/states";
import { useWidth } from "../shared/useWidth";
import { t } from "../text/texts";

/** Points of paper to pixels of the screen, so that 100 % is the size of the sheet. */
const PAPER = 96 / 72;

/** How a page is fitted: to the width there is, or at a size, where 1 is that of paper. */
export type Zoom = "width" | number;

export function PdfPages({
  bytes,
  zoom,
  isGray,
  onPages,
  onScale,
}: {
  bytes: ArrayBuffer | null;
  zoom: Zoom;
  isGray: boolean;
  onPages: (count: number) => void;
  /** The size that fitting gave. */
  onScale: (scale: number) => void;
}) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    if (!bytes) return;
    let isCurrent = true;
    void open(bytes).then((opened) => {
      if (!isCurrent) return;
      setPdf(opened);
      onPages(opened.numPages);
    });
    return () => {
      isCurrent = false;
    };
  }, [bytes, onPages]);
  const [pageWidth, setPageWidth] = useState(0);
  useEffect(() => {
    void pdf?.getPage(1).then((page) => setPageWidth(page.getViewport({ scale: PAPER }).width));
  }, [pdf]);
  const [width, setWidth] = useState(0);
  const desk = useWidth(setWidth);
  const fitting = pageWidth > 0 && width > 0 ? Math.min(width / pageWidth, 1.4) : 1;
  const scale = zoom === "width" ? fitting : zoom;
  useEffect(() => onScale(scale), [scale, onScale]);
  if (!pdf) return <Loading />;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return (
    <section
      ref={desk}
      className={`desk-pages ${isGray ? "gray" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("report-preview")}
    >
      {numbers.map((number) => (
        <Page key={`${pdf.fingerprints[0]}-${number}`} pdf={pdf} number={number} scale={scale} />
      ))}
    </section>
  );
}

/** The library and its worker are loaded with the first report, not with the window. */
async function open(bytes: ArrayBuffer): Promise<PDFDocumentProxy> {
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker = await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url");
  library.GlobalWorkerOptions.workerSrc = worker.default;
  return await library.getDocument({ data: new Uint8Array(bytes.slice(0)) }).promise;
}

function Page({ pdf, number, scale }: { pdf: PDFDocumentProxy; number: number; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setIsNear] = useState(number <= 2);

  useEffect(() => {
    const element = canvas.current;
    if (!element || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true),
      { rootMargin: "800px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    let task: { cancel: () => void } | null = null;
    let isCurrent = true;
    void pdf.getPage(number).then((page) => {
      const element = canvas.current;
      if (!element || !isCurrent) return;
      const shown = page.getViewport({ scale: scale * PAPER });
      element.style.width = `${shown.width}px`;
      element.style.height = `${shown.height}px`;
      if (!isNear) return;
      const sharp = page.getViewport({ scale: scale * PAPER * window.devicePixelRatio });
      element.width = sharp.width;
      element.height = sharp.height;
      const rendering = page.render({ canvas: element, viewport: sharp });
      task = rendering;
      rendering.promise.catch(() => {});
    });
    return () => {
      isCurrent = false;
      task?.cancel();
    };
  }, [pdf, number, scale, isNear]);

  return <canvas ref={canvas} role="img" aria-label={t("report-page", { number })} />;
}
