/** The partners of the network as a table, to sort and to find in the drawing. */
import { useMemo, useState } from "react";
import type { NetworkNode, NetworkPage } from "../../ipc/generated";
import { useNavigation } from "../../shared/navigation";
import { directionOf, SortHead } from "../../shared/SortHead";
import { t } from "../../text/texts";

const COLUMNS = ["partner", "sector", "ties", "links", "part"] as const;
type Column = (typeof COLUMNS)[number];

const KEYS: Record<Column, (node: NetworkNode) => string | number> = {
  partner: (node) => node.name,
  sector: (node) => node.sector,
  ties: (node) => node.ties,
  links: (node) => node.links,
  part: (node) => node.part,
};
const NUMBERS: readonly Column[] = ["ties", "links"];

export function NetworkTable({
  page,
  active,
  onActive,
  onPin,
}: {
  page: NetworkPage;
  active: string | null;
  onActive: (id: string | null) => void;
  onPin: (id: string | null) => void;
}) {
  const { go } = useNavigation();
  const [sort, setSort] = useState<{ by: Column; isDescending: boolean }>({
    by: "ties",
    isDescending: true,
  });
  const nodes = useMemo(() => sorted(page.nodes, sort), [page.nodes, sort]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
    <section className="network-table" aria-label={t("paper-network-partners")} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHead
                key={column}
                label={t(`network-column-${column}`)}
                direction={directionOf(sort, column)}
                isRight={NUMBERS.includes(column)}
                onSort={() =>
                  setSort({
                    by: column,
                    isDescending:
                      sort.by === column ? !sort.isDescending : NUMBERS.includes(column),
                  })
                }
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr
              key={node.id}
              className="row"
              data-active={node.id === active || undefined}
              onPointerEnter={() => onActive(node.id)}
              onPointerLeave={() => onActive(null)}
              onClick={() => onPin(node.id)}
            >
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onFocus={() => onActive(node.id)}
                  onBlur={() => onActive(null)}
                  onClick={(event) => {
                    event.stopPropagation();
                    go({ screen: "partner", id: node.id });
                  }}
                >
                  {node.name}
                </button>
              </th>
              <td>{node.sector}</td>
              <td className="right">{node.ties}</td>
              <td className="right">{node.linksWords}</td>
              <td>{node.part}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sorted(
  nodes: NetworkNode[],
  { by, isDescending }: { by: Column; isDescending: boolean },
): NetworkNode[] {
  const key = KEYS[by];
  const order = (a: NetworkNode, b: NetworkNode) => {
    const [one, other] = [key(a), key(b)];
    return typeof one === "number" && typeof other === "number"
      ? one - other
      : String(one).localeCompare(String(other), undefined, { numeric: true });
  };
  return nodes.toSorted((a, b) => (isDescending ? order(b, a) : order(a, b)));
}
