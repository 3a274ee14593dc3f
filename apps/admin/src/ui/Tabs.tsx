import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";
import { Badge } from "./Badge.tsx";

export interface TabItem<Id extends string = string> {
  id: Id;
  label: string;
  /** How many things are behind it. */
  count?: number | undefined;
  /** Rendered only while the tab is chosen. */
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly TabItem<Id>[];
  /** Give both to keep the chosen tab in the address. */
  value?: Id;
  onChange?: (id: Id) => void;
  className?: string;
}

/** Several views of one thing. The row scrolls sideways where it does not fit. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      {...(value === undefined ? {} : { selectedKey: value })}
      {...(onChange ? { onSelectionChange: (key) => onChange(String(key) as Id) } : {})}
      className={`min-w-0 ${className ?? ""}`}
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line px-1 pt-1">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex min-h-control shrink-0 items-center gap-1.5 rounded-t-one border-b-2 border-transparent px-2 text-body whitespace-nowrap text-ink-soft data-hovered:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <Badge count={tab.count} />}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="rounded-one pt-3">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
