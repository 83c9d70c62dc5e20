/** The board of data requests: who is due, late, received and accepted. */
import { useQuery } from "@tanstack/react-query";
import { FileSpreadsheet, FolderInput, Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../../ipc/client";
import type { RequestBoard, RequestLine, Standing } from "../../ipc/generated";
import { requests } from "../../ipc/queries";
import { Button } from "../../shared/controls";
import { Empty, errorWords, Loaded } from "../../shared/states";
import { useToast, wayBack } from "../../shared/toasts";
import { t } from "../../text/texts";
import { AskForm } from "./AskForm";
import { RequestPanel } from "./RequestPanel";
import { RequestTable } from "./RequestTable";
import { ReturnedFiles, useReturnedFiles } from "./ReturnedFiles";

export default function Requests() {
  const query = useQuery(requests());
  const returned = useReturnedFiles();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("requests")}</h1>
          <p className="quiet">{t("requests-lead")}</p>
        </div>
        <div className="actions">
          <Button isDisabled={returned.isBusy} onPress={() => void returned.choose()}>
            <FolderInput size={15} aria-hidden />
            {t("returned-choose")}
          </Button>
          <Button kind="primary" onPress={() => setIsAsking(true)}>
            <Plus size={15} aria-hidden />
            {t("request-add")}
          </Button>
        </div>
      </div>
      <ReturnedFiles returned={returned} />
      <Loaded query={query}>
        {(board) =>
          board.requests.length === 0 ? (
            <Empty words={t("requests-empty")}>
              <Button kind="primary" onPress={() => setIsAsking(true)}>
                {t("request-add")}
              </Button>
            </Empty>
          ) : (
            <Board board={board} />
          )
        }
      </Loaded>
      {isAsking && <AskForm onClose={() => setIsAsking(false)} />}
    </>
  );
}

function Board({ board }: { board: RequestBoard }) {
  const [filter, setFilter] = useState<Standing | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const toast = useToast();
  const shown = board.requests.filter((line) => !filter || line.standing === filter);
  // Only what is seen is acted on.
  const acted = shown.filter((line) => chosen.includes(line.id));
  const open = board.requests.find((line) => line.id === opened);

  async function run(action: () => Promise<unknown>, words?: string) {
    try {
      await action();
      if (words) toast(words, wayBack());
    } catch (error) {
      toast(errorWords(error));
    }
  }
  const sheets = (lines: RequestLine[]) => saveSheets(lines, toast);
  const mark = (lines: RequestLine[], step: string) =>
    run(
      () => call("mark_requests", { ids: lines.map((line) => line.id), mark: step }),
      t(`request-marked-${step}`, { count: lines.length }),
    );

  return (
    <>
      <div className="filters">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend. */}
        <div className="segmented" role="group" aria-label={t("request-filter")}>
          <button type="button" aria-pressed={filter === null} onClick={() => setFilter(null)}>
            {t("request-all", { count: board.requests.length })}
          </button>
          {board.counts
            .filter((one) => one.count > 0)
            .map((one) => (
              <button
                key={one.standing}
                type="button"
                aria-pressed={filter === one.standing}
                onClick={() => setFilter(one.standing)}
              >
                {t(`standing-${one.standing}`)} {one.count}
              </button>
            ))}
        </div>
        <span className="grow" />
        {acted.length > 0 && (
          <>
            <Button onPress={() => void sheets(acted)}>
              <FileSpreadsheet size={15} aria-hidden />
              {t("request-sheets", { count: acted.length })}
            </Button>
            <Button onPress={() => void mark(acted, "sent")}>
              {t("request-mark-sent-many", { count: acted.length })}
            </Button>
          </>
        )}
      </div>
      <RequestTable
        lines={shown}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={setOpened}
        onSheet={(line) => void sheets([line])}
        onMark={(line, step) => void mark([line], step)}
      />
      {board.rates.length > 0 && <Rates board={board} />}
      {open && (
        <RequestPanel
          line={open}
          onSheet={() => void sheets([open])}
          onMark={(step) => void mark([open], step)}
          onRemove={() =>
            run(
              async () => {
                await call("remove_request", { id: open.id });
                setOpened(null);
              },
              t("removed", { name: open.title }),
            )
          }
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

async function saveSheets(lines: RequestLine[], toast: ReturnType<typeof useToast>) {
  const ids = lines.map((line) => line.id);
  const drafts = lines.filter((line) => line.standing === "draft").map((line) => line.id);
  try {
    const { count, place } = await call("save_request_sheets", { ids });
    if (count === 0) return;
    toast(
      t("request-sheets-saved", { count, place }),
      drafts.length > 0
        ? {
            label: t("request-mark-sent"),
            run: () =>
              void call("mark_requests", { ids: drafts, mark: "sent" }).catch((error) =>
                toast(errorWords(error)),
              ),
          }
        : undefined,
    );
  } catch (error) {
    toast(errorWords(error));
  }
}

function Rates({ board }: { board: RequestBoard }) {
  return (
    <section className="section" aria-label={t("rates")}>
      <div className="section-head">
        <h2>{t("rates")}</h2>
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("partner")}</th>
            <th scope="col">{t("rate-on-time")}</th>
            <th scope="col">{t("rate-unquestioned")}</th>
          </tr>
        </thead>
        <tbody>
          {board.rates.map((rate) => (
            <tr key={rate.partner}>
              <th scope="row">{rate.partner}</th>
              <td>{rate.onTime}</td>
              <td>{rate.unquestioned}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t("rates-note")}</p>
    </section>
  );
}
