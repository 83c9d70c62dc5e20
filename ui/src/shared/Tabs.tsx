/** Parts of one screen, of which one is shown; arrow keys move between them. */
import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";

export function Tabs<Name extends string>({
  label,
  selected,
  onSelect,
  tabs,
}: {
  label: string;
  selected: Name;
  onSelect: (name: Name) => void;
  tabs: readonly { name: Name; label: string; content: () => ReactNode }[];
}) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ name }) => name === key);
        if (tab) onSelect(tab.name);
      }}
    >
      <TabList aria-label={label}>
        {tabs.map(({ name, label }) => (
          <Tab key={name} id={name}>
            {label}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ name, content }) => (
        <TabPanel key={name} id={name}>
          {content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
