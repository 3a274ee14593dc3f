import type { PersonShownFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { Link } from "../ui/Link.tsx";
import { useWords } from "../words/useWords.tsx";
import { changed, type PeopleSearch } from "./people-search.ts";
import { peopleWords } from "./people-words.ts";
import { AccountChips, RoleChip } from "./PersonChips.tsx";

export interface PersonRowProps {
  person: PersonShownFragment;
  search: PeopleSearch;
  isSelf: boolean;
  /** Whether whoever looks keeps accounts. */
  hasAccounts: boolean;
}

/** One person: the name, the roles, the account. The whole line opens the drawer; the name is the link. */
export function PersonRow({ person, search, isSelf, hasAccounts }: PersonRowProps) {
  const w = useWords(peopleWords);
  const roles = search.all ? person.roles : person.roles.filter(({ inForce }) => inForce);
  return (
    <li className="relative flex min-h-control flex-col gap-x-3 gap-y-1 px-3 py-2 not-first:border-t not-first:border-line hover:bg-hover sm:flex-row sm:items-center">
      <span className="flex shrink-0 items-center gap-2 sm:w-48">
        <Link to="/people" search={changed(search, { person: person.id })} resetScroll={false} className="min-w-0 truncate font-medium text-ink! no-underline! after:absolute after:inset-0 hover:underline!">
          {person.name}
        </Link>
        {isSelf && <Chip>{w.self}</Chip>}
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap gap-1">
        {roles.map((held) => (
          <RoleChip key={held.id} held={held} />
        ))}
      </span>
      {hasAccounts && (
        <span className="flex shrink-0 flex-wrap gap-x-3 gap-y-1 sm:w-64 sm:justify-end">
          <AccountChips account={person.account} />
        </span>
      )}
    </li>
  );
}
