import { Section } from "../cases/Section.tsx";
import type { PersonShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";
import { endRoleReason, type ActsAsked, type RoleHeld } from "./person-acts.ts";
import { roleDays, roleName } from "./role-text.ts";

export interface RolesSectionProps {
  person: PersonShownFragment;
  asked: ActsAsked;
  onEnd: (role: RoleHeld) => void;
}

/** All roles: those held now, to come, and held before. */
export function RolesSection({ person, asked, onEnd }: RolesSectionProps) {
  const w = useWords(peopleWords);
  const now = person.roles.filter(({ inForce }) => inForce);
  const later = person.roles.filter(({ inForce, from }) => !inForce && from > asked.today);
  const past = person.roles.filter((role) => !role.inForce && !later.includes(role)).toReversed();
  const parts = [
    { title: w.rolesNow, roles: now, isPast: false },
    ...(later.length > 0 ? [{ title: w.rolesLater, roles: later, isPast: false }] : []),
    ...(past.length > 0 ? [{ title: w.rolesPast, roles: past, isPast: true }] : []),
  ];
  return (
    <>
      {parts.map(({ title, roles, isPast }) => (
        <Section key={title} title={title}>
          {roles.length === 0 ? (
            <p className="text-ink-soft">{w.noRoleToday}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {roles.map((role) => (
                <RoleLine key={role.id} role={role} reason={isPast ? undefined : endRoleReason(person, role, asked)} onEnd={isPast ? undefined : () => onEnd(role)} />
              ))}
            </ul>
          )}
        </Section>
      ))}
    </>
  );
}

function RoleLine({ role, reason, onEnd }: { role: RoleHeld; reason: string | undefined; onEnd: (() => void) | undefined }) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const format = useFormat();
  const name = roleName(role, language);
  const days = roleDays({ ...role, inForce: false }, useNow(), format, w);
  return (
    <li className="flex min-h-control items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className={onEnd ? "font-medium" : "text-ink-soft"}>{role.of === null ? name : `${name} · ${role.areaName}`}</p>
        <p className="text-small text-ink-soft">{role.standsInFor === null ? days : w.standsIn(role.standsInForName ?? "", days)}</p>
      </div>
      {onEnd && (
        <Button size="small" aria-label={w.endTitle(name)} disabledReason={reason} onPress={onEnd}>
          {w.end}
        </Button>
      )}
    </li>
  );
}
