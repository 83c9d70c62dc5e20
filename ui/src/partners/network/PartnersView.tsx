/** Partners as a directory or as a network. */
import { Segmented } from "../../shared/controls";
import { useNavigation } from "../../shared/navigation";
import { t } from "../../text/texts";

export function PartnersView({ value }: { value: "directory" | "network" }) {
  const { go } = useNavigation();
  return (
    <Segmented
      label={t("network-view")}
      value={value}
      options={[
        { value: "directory", label: t("network-directory") },
        { value: "network", label: t("network") },
      ]}
      onChange={(view) => go({ screen: view === "network" ? "network" : "partners" })}
    />
  );
}
