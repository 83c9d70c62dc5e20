/** Who meets and works with whom: drawn, as a table, and what holds it together. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { NotebookText, Shuffle } from "lucide-react";
import { useState } from "react";
import { call } from "../../ipc/client";
import type { NetworkPage, NetworkRequest } from "../../ipc/generated";
import { network } from "../../ipc/queries";
import { Button } from "../../shared/controls";
import { Drawer } from "../../shared/layers";
import { useNavigation } from "../../shared/navigation";
import { RuleList } from "../../shared/RuleList";
import { Empty, errorWords, Loaded } from "../../shared/states";
import { useToast } from "../../shared/toasts";
import { t } from "../../text/texts";
import { NetworkChoices } from "./NetworkChoices";
import { NetworkFigure } from "./NetworkFigure";
import { NetworkTable } from "./NetworkTable";
import { PartnersView } from "./PartnersView";
import "./network.css";

const USUAL: NetworkRequest = {
  until: null,
  back: "year",
  meetings: true,
  activities: true,
  sector: null,
  withBackbone: true,
  width: 760,
};

/** What was looked at last, for coming back from the page of a partner. */
let left: NetworkRequest = USUAL;

export default function Network() {
  const [request, setRequest] = useState<NetworkRequest>({ ...left, width: USUAL.width });
  const query = useQuery({ ...network(request), placeholderData: keepPreviousData });
  const { go } = useNavigation();
  const toast = useToast();

  function change(next: Partial<NetworkRequest>) {
    left = { ...request, ...next };
    setRequest(left);
  }
  async function arrange() {
    try {
      await call("arrange_network", {});
      toast(t("network-arranged"));
    } catch (error) {
      toast(errorWords(error));
    }
  }

  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t("screen-partners")}</h1>
          <p className="quiet small">{t("network-lead")}</p>
        </div>
        <PartnersView value="network" />
        <div className="actions">
          <Button isDisabled={!query.data?.isPlaced} onPress={() => void arrange()}>
            <Shuffle size={15} aria-hidden />
            {t("network-arrange")}
          </Button>
          <Button onPress={() => go({ screen: "reports", kind: "network" })}>
            <NotebookText size={15} aria-hidden />
            {t("report-network")}
          </Button>
        </div>
      </div>
      <Loaded query={query}>
        {(page) => (
          <>
            <NetworkChoices page={page} request={request} onChange={change} />
            <Found page={page} onWidth={(width) => change({ width })} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Found({ page, onWidth }: { page: NetworkPage; onWidth: (width: number) => void }) {
  const [active, setActive] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const [rule, setRule] = useState<number | null>(null);
  const shown = active ?? pinned;
  if (page.nodes.length === 0) return <Empty words={t("network-empty")} />;
  return (
    <>
      <div className="network-headline">
        <h2>{page.headline}</h2>
        <span className="quiet small">{page.span}</span>
      </div>
      {page.figures.length > 0 && (
        <dl className="key-figures network-figures">
          {page.figures.map((figure) => (
            <div key={figure.code}>
              <dt>{figure.name}</dt>
              <dd>
                <button
                  type="button"
                  className="plain-button"
                  title={t("network-worked")}
                  onClick={() => setRule(figure.rule)}
                >
                  <b>{figure.value}</b>
                </button>
                <span>{figure.note}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="network-columns">
        <NetworkFigure
          page={page}
          active={shown}
          pinned={pinned}
          onActive={setActive}
          onPin={setPinned}
          onWidth={onWidth}
        />
        <NetworkTable page={page} active={shown} onActive={setActive} onPin={setPinned} />
      </div>
      <Mixing page={page} />
      {rule !== null && (
        <Drawer title={t("network-worked")} onClose={() => setRule(null)}>
          <div className="drawer-body">
            <RuleList rules={page.workedOut} open={rule} />
          </div>
        </Drawer>
      )}
    </>
  );
}

/** How many ties join two sectors. */
function Mixing({ page }: { page: NetworkPage }) {
  const mixing = page.mixing;
  if (!mixing || mixing.sectors.length < 2) return null;
  return (
    <section className="section" aria-label={t("network-mixing")}>
      <div className="section-head">
        <h2>{t("network-mixing")}</h2>
      </div>
      <p className="note">{t("network-mixing-note")}</p>
      <div className="network-mixing">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("network-column-sector")}</th>
              {mixing.sectors.map((sector) => (
                <th key={sector} scope="col" className="right">
                  {sector}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mixing.sectors.map((sector, row) => (
              <tr key={sector}>
                <th scope="row">{sector}</th>
                {mixing.sectors.map((other, column) => (
                  <td key={other} className={row === column ? "right within" : "right"}>
                    {mixing.rows[row]?.[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mixing.note && <p className="note">{mixing.note}</p>}
    </section>
  );
}
