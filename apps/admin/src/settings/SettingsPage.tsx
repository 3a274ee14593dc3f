import { roles } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { DisplayFields } from "../frame/DisplayFields.tsx";
import { Page } from "../frame/Page.tsx";
import { MessengerPanel } from "../inbox/MessengerPanel.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words/useWords.tsx";
import { CalendarPanel } from "./calendar/CalendarPanel.tsx";
import { CategoriesPanel } from "./CategoriesPanel.tsx";
import { CommunityTab } from "./CommunityTab.tsx";
import { communityWords } from "./community-words.ts";
import { DeadlinesPanel } from "./DeadlinesPanel.tsx";
import { RetentionPanel } from "./RetentionPanel.tsx";
import { RolesPanel } from "./RolesPanel.tsx";
import type { SettingsSearch } from "./settings-search.ts";
import { settingsWords } from "./settings-words.ts";
import { TemplatesPanel } from "./TemplatesPanel.tsx";
import { WipLimitsPanel } from "./WipLimitsPanel.tsx";

/** 设置: how this device shows the page, how the community works, the calendar, who may do what, how long things are kept. */
export function SettingsPage() {
  const { pages } = useWords();
  const w = useWords(settingsWords);
  const c = useWords(communityWords);
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
          { id: "deadlines", label: c.deadlines, content: <CommunityTab note={c.deadlinesNote}>{(given) => <DeadlinesPanel {...given} />}</CommunityTab> },
          { id: "calendar", label: c.calendar, content: <CalendarPanel /> },
          { id: "categories", label: c.categories, content: <CommunityTab note={c.categoriesNote}>{(given) => <CategoriesPanel {...given} />}</CommunityTab> },
          { id: "limits", label: c.limits, content: <CommunityTab note={c.limitsNote}>{(given) => <WipLimitsPanel {...given} />}</CommunityTab> },
          { id: "templates", label: c.templates, content: <CommunityTab note={c.templatesNote}>{(given) => <TemplatesPanel {...given} />}</CommunityTab> },
          { id: "messenger", label: w.messenger, content: <MessengerPanel /> },
          { id: "roles", label: w.roles, content: <RolesPanel role={roles.find((one) => one === search.role)} onRole={(role) => go({ tab: "roles", ...(role ? { role } : {}) })} /> },
          { id: "retention", label: w.retention, content: <RetentionPanel /> },
        ]}
      />
    </Page>
  );
}
