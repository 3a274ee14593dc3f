import { roles } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { DisplayFields } from "../frame/DisplayFields.tsx";
import { Page } from "../frame/Page.tsx";
import { MessengerPanel } from "../inbox/MessengerPanel.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { RetentionPanel } from "./RetentionPanel.tsx";
import { RolesPanel } from "./RolesPanel.tsx";
import type { SettingsSearch } from "./settings-search.ts";
import { settingsWords } from "./settings-words.ts";

/** 设置: how this device shows the page, the rules on who may do what, how long things are kept. */
export function SettingsPage() {
  const { pages } = useWords();
  const w = useWords(settingsWords);
  const search: SettingsSearch = useSearch({ from: "/frame/settings" });
  const navigate = useNavigate({ from: "/settings" });
  const go = (next: SettingsSearch) => void navigate({ to: "/settings", search: next });
  return (
    <Page title={pages.settings}>
      <Tabs
        label={w.tabs}
        value={search.tab ?? "display"}
        onChange={(tab) => go(tab === "display" ? {} : { tab })}
        tabs={[
          {
            id: "display",
            label: w.display,
            content: (
              <div className="max-w-md">
                <p className="mb-3 text-ink-soft">{w.displayNote}</p>
                <DisplayFields />
              </div>
            ),
          },
          { id: "messenger", label: w.messenger, content: <MessengerPanel /> },
          { id: "roles", label: w.roles, content: <RolesPanel role={roles.find((one) => one === search.role)} onRole={(role) => go({ tab: "roles", ...(role ? { role } : {}) })} /> },
          { id: "retention", label: w.retention, content: <RetentionPanel /> },
        ]}
      />
    </Page>
  );
}
