/** How a status was worked out: every rule with its inputs, points and source. */
import { useQuery } from "@tanstack/react-query";
import type { MeasurePage } from "../ipc/generated";
import { measure } from "../ipc/queries";
import { Drawer } from "../shared/layers";
import { RuleList } from "../shared/RuleList";
import { StatusMark } from "../shared/StatusMark";
import { Loaded } from "../shared/states";
import { t } from "../text/texts";

/** The rules of one measure; the first of them is the one its status follows. */
export function Rules({ page, isOpen = false }: { page: MeasurePage; isOpen?: boolean }) {
  return <RuleList rules={page.workedOut} open={isOpen ? 0 : undefined} />;
}

/** The same in a drawer, from wherever a status stands. */
export function WorkedOut({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(measure(id));
  return (
    <Drawer title={t("worked-out")} onClose={onClose}>
      <div className="drawer-body">
        <Loaded query={query}>
          {(page) => (
            <>
              <p className="section">
                <b>{page.form.name}</b>
              </p>
              <p>
                <StatusMark word={page.status.word} /> {page.status.because}
              </p>
              {page.caution && <p className="caution">{page.caution}</p>}
              <div className="section">
                <Rules page={page} isOpen />
              </div>
              <ul className="note">
                {page.sources.map((source) => (
                  <li key={`${source.name}${source.detail}`}>
                    {source.name}: {source.detail}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}
