import { namesIn, policyRows, roles, type PolicyRow } from "@bandeng/domain";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { policyGroups } from "./policy-groups.ts";
import { settingsWords } from "./settings-words.ts";

/** What an action is called, and the relations that give it. */
function wordsOf(row: PolicyRow, language: "zh" | "en"): { action: string; relations: readonly string[] } {
  const names = namesIn(language);
  if (row.group === "CASE") return { action: names.action[row.action], relations: row.relations.map((one) => names.standing[one]) };
  if (row.group === "PROJECT") return { action: names.projectAction[row.action], relations: row.relations.map((one) => names.projectStanding[one]) };
  if (row.group === "MEDIATION") return { action: names.mediationAction[row.action], relations: row.relations.map((one) => names.mediationStanding[one]) };
  if (row.group === "COST") return { action: names.costAction[row.action], relations: row.relations.map((one) => names.costStanding[one]) };
  return { action: names.right[row.action], relations: [] };
}

const first = "sticky start-0 bg-surface";

/** Every action by every role. The heading and the first column stay in view; wider than its place, it scrolls sideways. */
export function PolicyMatrix() {
  const w = useWords(settingsWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const names = namesIn(language);
  const rows = policyRows();
  return (
    // A scrollable box must be reachable by key; the name says that there is more at the side.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={ui.scrollable(w.matrix)} tabIndex={0} className="max-h-[calc(100dvh-15rem)] min-h-80 relative max-w-full overflow-auto rounded-one border border-line bg-surface">
      <table className="border-separate border-spacing-0 text-body">
        <caption className="sr-only">{w.matrix}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 top-0 z-20 min-w-32 border-b border-line bg-sunken px-3 py-1 text-start font-medium text-ink-soft sm:min-w-52">
              {w.action}
            </th>
            <th scope="col" className="sticky top-0 z-10 border-b border-line bg-sunken px-3 py-1 text-start font-medium text-ink-soft">
              {w.relations}
            </th>
            {roles.map((role) => (
              <th key={role} scope="col" className="sticky top-0 z-10 w-16 min-w-16 border-b border-line bg-sunken px-0.5 py-1 text-center align-bottom text-small font-medium text-ink-soft">
                {names.role[role]}
              </th>
            ))}
          </tr>
        </thead>
        {policyGroups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" className={`${first} z-10 border-b border-line px-3 pt-4 pb-1 text-start font-semibold`}>
                {w.group[group]}
              </th>
              <td colSpan={roles.length + 1} className="border-b border-line" />
            </tr>
            {rows
              .filter((row) => row.group === group)
              .map((row) => {
                const { action, relations } = wordsOf(row, language);
                return (
                  <tr key={row.action} className="group">
                    <th scope="row" className={`${first} z-10 border-b border-line px-3 py-1 text-start font-normal group-hover:bg-hover`}>
                      {action}
                    </th>
                    <td className="border-b border-line px-3 py-1 group-hover:bg-hover">
                      <span className="flex min-w-32 flex-wrap gap-1">
                        {relations.map((relation) => (
                          <Chip key={relation} tone="accent">
                            {relation}
                          </Chip>
                        ))}
                      </span>
                    </td>
                    {roles.map((role) => (
                      <td key={role} className="border-b border-line px-1 py-1 text-center group-hover:bg-hover">
                        {row.roles.includes(role) && <Icon name="check" size="small" label={w.may} className="text-good" />}
                      </td>
                    ))}
                  </tr>
                );
              })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
