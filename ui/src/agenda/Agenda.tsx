/** Common Agenda: its words and results, theory of change, versions and who signed them. */
import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useState } from "react";
import type { Agenda as AgendaData } from "../ipc/generated";
import { agenda } from "../ipc/queries";
import { Button } from "../shared/controls";
import { type AgendaView, useNavigation } from "../shared/navigation";
import { Loaded } from "../shared/states";
import { Tabs } from "../shared/Tabs";
import { t } from "../text/texts";
import "./agenda.css";
import { Compare } from "./Compare";
import { Endorsements } from "./Endorsements";
import { AgendaForm, type OpenForm } from "./forms";
import { Texts } from "./Texts";
import { TheoryMap } from "./TheoryMap";

/** `view` is the part the screen was opened for. */
export default function Agenda({ view: first }: { view?: AgendaView | undefined }) {
  const query = useQuery(agenda());
  const { go } = useNavigation();
  const [view, setView] = useState<AgendaView>(first ?? "texts");
  const [open, setOpen] = useState<OpenForm | null>(null);
  return (
    <>
      <div className="page-head">
        <h1>{t("screen-agenda")}</h1>
        <div className="actions">
          <Button onPress={() => setOpen({ what: "initiative" })}>{t("edit-initiative")}</Button>
          <Button onPress={() => go({ screen: "reports", kind: "agenda" })}>
            <Printer size={15} aria-hidden />
            {t("endorse-paper")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(data) => (
          <>
            <Views data={data} view={view} onView={setView} onOpen={setOpen} />
            {open && <AgendaForm data={data} open={open} onClose={() => setOpen(null)} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Views({
  data,
  view,
  onView,
  onOpen,
}: {
  data: AgendaData;
  view: AgendaView;
  onView: (view: AgendaView) => void;
  onOpen: (open: OpenForm) => void;
}) {
  const views = {
    texts: () => <Texts data={data} onOpen={onOpen} />,
    theory: () => <TheoryMap data={data} onOpen={onOpen} />,
    versions: () => <Compare versions={data.versions} />,
    endorsements: () => <Endorsements data={data} />,
  };
  const names = Object.keys(views) as AgendaView[];
  return (
    <Tabs<AgendaView>
      label={t("agenda-views")}
      selected={view}
      onSelect={onView}
      tabs={names.map((name) => ({
        name,
        label: t(`agenda-view-${name}`),
        content: views[name],
      }))}
    />
  );
}
