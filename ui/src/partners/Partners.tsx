/** The directory of partners. */
import { useQuery } from "@tanstack/react-query";
import { ContactRound, ListTree, Plus, Tags } from "lucide-react";
import { useMemo, useState } from "react";
import type { Directory } from "../ipc/generated";
import { directory } from "../ipc/queries";
import { Button } from "../shared/controls";
import { ExportButton } from "../shared/ExportDialog";
import { useNavigation } from "../shared/navigation";
import { Empty, Loaded } from "../shared/states";
import { t } from "../text/texts";
import { BulkEdit } from "./BulkEdit";
import { DirectoryTable } from "./DirectoryTable";
import { isFiltered, known, type SortKey, shownBy, USUAL, type View } from "./directory";
import { Filters } from "./Filters";
import { MergePartners } from "./Joining";
import { Lists } from "./Lists";
import { PartnersView } from "./network/PartnersView";
import { PartnerDrawer } from "./PartnerDrawer";

/** The view as it was left, for coming back from the page of a partner. */
let left: View = USUAL;

/** With `isNew` a partner is added at once; `tag` is the tag to filter by. */
export default function Partners({
  isNew = false,
  tag,
}: {
  isNew?: boolean | undefined;
  tag?: string | undefined;
}) {
  const query = useQuery(directory());
  const { go } = useNavigation();
  const [open, setOpen] = useState<"partner" | "lists" | null>(isNew ? "partner" : null);
  return (
    <div className="directory-page">
      <div className="page-head">
        <h1>{t("screen-partners")}</h1>
        <PartnersView value="directory" />
        <div className="actions">
          <Button onPress={() => setOpen("lists")}>
            <ListTree size={15} aria-hidden />
            {t("lists-open")}
          </Button>
          <Button onPress={() => go({ screen: "tags" })}>
            <Tags size={15} aria-hidden />
            {t("screen-tags")}
          </Button>
          <Button onPress={() => go({ screen: "contacts" })}>
            <ContactRound size={15} aria-hidden />
            {t("contacts")}
          </Button>
          <ExportButton choices={["partners"]} />
          <Button kind="primary" onPress={() => setOpen("partner")}>
            <Plus size={15} aria-hidden />
            {t("add-partner")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(data) =>
          data.lines.length === 0 ? (
            <Empty words={t("partners-empty")}>
              <Button kind="primary" onPress={() => setOpen("partner")}>
                {t("add-partner")}
              </Button>{" "}
              <Button onPress={() => go({ screen: "contacts" })}>{t("contacts")}</Button>
            </Empty>
          ) : (
            <Lines data={data} tag={tag} />
          )
        }
      </Loaded>
      {open === "partner" && (
        <PartnerDrawer
          onClose={() => setOpen(null)}
          onAdded={(id) => go({ screen: "partner", id })}
        />
      )}
      {open === "lists" && query.data && (
        <Lists directory={query.data} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function Lines({ data, tag }: { data: Directory; tag: string | undefined }) {
  const [chosen, setChosen] = useState(tag === undefined ? left : { ...USUAL, tag });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isMerging, setIsMerging] = useState(false);
  const view = useMemo(() => known(chosen, data), [chosen, data]);
  const lines = useMemo(() => shownBy(view, data.lines), [view, data.lines]);
  // Only what is seen is acted on.
  const acted = lines.filter((line) => selected.has(line.id));

  function change(next: View) {
    left = next;
    setChosen(next);
  }
  function sort(by: SortKey) {
    const isDescending = view.sort.by === by && !view.sort.isDescending;
    change({ ...view, sort: { by, isDescending } });
  }
  function select(ids: string[], isOn: boolean) {
    const next = new Set(selected);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    setSelected(next);
  }

  const [one, other] = acted;
  return (
    <>
      <Filters directory={data} view={view} shown={lines.length} onChange={change} />
      {lines.length === 0 && isFiltered(view) ? (
        <Empty words={t("directory-none")}>
          <Button onPress={() => change({ ...USUAL, columns: view.columns, sort: view.sort })}>
            {t("filters-clear")}
          </Button>
        </Empty>
      ) : (
        <DirectoryTable
          directory={data}
          lines={lines}
          view={view}
          selected={selected}
          onSort={sort}
          onSelect={select}
        />
      )}
      {acted.length > 0 && (
        <BulkEdit
          directory={data}
          selected={acted.map((line) => line.id)}
          onClear={() => setSelected(new Set())}
          onMerge={() => setIsMerging(true)}
        />
      )}
      {isMerging && one && other && (
        <MergePartners
          one={one}
          other={other}
          onClose={() => setIsMerging(false)}
          onMerged={() => setSelected(new Set())}
        />
      )}
    </>
  );
}
