import { namesIn, policyRows, policySentence, roles, type Role } from "@bandeng/domain";
import { Section } from "../cases/Section.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Select } from "../ui/Select.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { policyGroups } from "./policy-groups.ts";
import { PolicyMatrix } from "./PolicyMatrix.tsx";
import { settingsWords } from "./settings-words.ts";

export interface RolesPanelProps {
  role: Role | undefined;
  onRole: (role: Role | undefined) => void;
}

/** 职责与权限: the whole policy as a table; of one role as sentences. */
export function RolesPanel({ role, onRole }: RolesPanelProps) {
  const w = useWords(settingsWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-3xl text-ink-soft">{w.rolesNote}</p>
      <Select
        label={w.byRole}
        className="w-full sm:w-72"
        items={[{ id: "", label: w.everyRole }, ...roles.map((one) => ({ id: one, label: names.role[one] }))]}
        value={role ?? ""}
        onChange={(id) => onRole(id === "" ? undefined : (id as Role))}
      />
      {role === undefined ? <PolicyMatrix /> : <Sentences role={role} />}
    </div>
  );
}

function Sentences({ role }: { role: Role }) {
  const w = useWords(settingsWords);
  const { language } = useLanguage();
  const name = namesIn(language).role[role];
  const held = policyRows().filter((row) => row.roles.includes(role));
  if (held.length === 0) {
    return (
      <EmptyState title={w.nothing(name)} icon="lock">
        {w.nothingNote}
      </EmptyState>
    );
  }
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p role="status">{w.sentences(name, held.length)}</p>
      {policyGroups.map((group) => {
        const rows = held.filter((row) => row.group === group);
        return (
          rows.length > 0 && (
            <Section key={group} title={w.group[group]} aside={rows.length}>
              <ul className="flex list-disc flex-col gap-1 ps-5">
                {rows.map((row) => (
                  <li key={row.action}>{policySentence(row, language)}</li>
                ))}
              </ul>
            </Section>
          )
        );
      })}
      <p className="text-small text-ink-soft">{w.sentenceNote}</p>
    </div>
  );
}
