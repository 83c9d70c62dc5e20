/** Every key the window listens to. */
import { Dialog } from "../shared/layers";
import { t } from "../text/texts";

const KEYS = [
  "palette",
  "sections",
  "undo",
  "redo",
  "open",
  "export",
  "region",
  "back",
  "grid",
  "grid-edge",
  "grid-select",
  "grid-fill",
  "grid-detail",
  "grid-problem",
  "figure",
  "help",
];

export default function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t("shortcuts")} onClose={onClose}>
      <table className="plain">
        <tbody>
          {KEYS.map((key) => (
            <tr key={key}>
              <th scope="row">{t(`shortcut-${key}`)}</th>
              <td className="right">
                <kbd>{t(`shortcut-${key}-key`)}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
