/** Draws the bytes of a PDF page by page, as they come into sight. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { Loading } from "../shared/states";
import { t } from "../text/texts";

export function PdfPages({
  bytes,
  zoom,
  isGray,
  onPages,
}: {
  bytes: ArrayBuffer | null;
  zoom: number;
  isGray: boolean;
  onPages: (count: number) => void;
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
  if (!pdf) return <Loading />;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return (
    <section
      className={`desk-pages ${isGray ? "gray" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("report-preview")}
    >
      {numbers.map((number) => (
        <Page key={`${pdf.fingerprints[0]}-${number}`} pdf={pdf} number={number} zoom={zoom} />
      ))}
    </section>
  );
}

/** The library and its worker are loaded with the first report, not with the window. */
async function open(bytes: ArrayBuffer): Promise<PDFDocumentProxy> {
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs?url");
  library.GlobalWorkerOptions.workerSrc = worker.default;
  return await library.getDocument({ data: new Uint8Array(bytes.slice(0)) }).promise;
}

function Page({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
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
      const scale = zoom * 1.15;
      const shown = page.getViewport({ scale });
      element.style.width = `${shown.width}px`;
      element.style.height = `${shown.height}px`;
      if (!isNear) return;
      const sharp = page.getViewport({ scale: scale * window.devicePixelRatio });
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
  }, [pdf, number, zoom, isNear]);

  return <canvas ref={canvas} role="img" aria-label={t("report-page", { number })} />;
}
