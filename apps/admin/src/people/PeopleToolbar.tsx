import { mayIn, namesIn, phraseOf, refuse } from "@bandeng/domain";
import { ExportMenu } from "../exports/ExportMenu.tsx";
import { GridButton } from "../grids/GridButton.tsx";
import { Button } from "../ui/Button.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { SettledSearchField } from "../ui/SettledSearchField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import type { PeopleListProps } from "./PeopleList.tsx";
import { peopleWords } from "./people-words.ts";
import { grantableRoles } from "./role-draft.ts";
import { useAsked } from "./use-asked.ts";

/** Where, who, which role, which days; and somebody new. */
export function PeopleToolbar({ own, areas, search, change, onInvite }: PeopleListProps & { areas: readonly string[]; onInvite: () => void }) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { viewer } = useAsked();
  const mayInvite = viewer.assignments.some(({ area }) => mayIn(viewer, "GRANT_ROLES", area) && mayIn(viewer, "MANAGE_ACCOUNTS", area));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <GridButton own={own} areas={areas} chosen={search.area} onChoose={(area) => change({ area })} />
      <SettledSearchField label={w.search} value={search.q ?? ""} onChange={(q) => change({ q: q || undefined }, { replace: true })} />
      <Select
        label={w.roleFilter}
        hideLabel
        className="min-w-36 max-sm:flex-1"
        items={[{ id: "", label: w.everyRole }, ...grantableRoles.map((role) => ({ id: role, label: names.role[role] }))]}
        value={search.role ?? ""}
        onChange={(role) => change({ role: role === "" ? undefined : role })}
      />
      <SegmentedControl
        label={w.time}
        value={search.all ? "all" : "today"}
        onChange={(time) => change({ all: time === "all" ? true : undefined })}
        segments={[
          { id: "today", label: w.today },
          { id: "all", label: w.all },
        ]}
      />
      <span className="flex-1" />
      <ExportMenu list="people" query={{ areas, text: search.q ?? null }} />
      <Button variant="primary" icon="plus" disabledReason={mayInvite ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "MANAGE_ACCOUNTS" }), language)} onPress={onInvite}>
        {w.invite}
      </Button>
    </div>
  );
}
