import { useQuery } from "urql";
import { graphql } from "../graphql/gql.ts";
import { Link } from "../ui/Link.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";

const deliverablesDocument = graphql(`
  query DashboardDeliverables($areas: [ID!]!, $first: Int!) {
    projects(areas: $areas, first: $first) {
      nodes {
        id
        no
        title
        deliverables {
          id
          name
          planned
          acceptances {
            id
            accepted
            at
          }
        }
      }
    }
  }
`);

/** What the accepted deliverables are: of each the number that was reached within the period, as known then. */
export function Deliverables({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  const [{ data }] = useQuery({ query: deliverablesDocument, variables: { areas: filter.areas, first: 50 } });
  const until = filter.asOf !== undefined && filter.asOf < filter.to ? filter.asOf : filter.to;
  const rows = (data?.projects.nodes ?? []).flatMap((project) =>
    project.deliverables.flatMap(({ id, name, planned, acceptances }) => {
      const [latest] = acceptances.filter(({ at }) => format.isoDate(at) <= until && format.isoDate(at) >= filter.from).toSorted((a, b) => (a.at < b.at ? 1 : -1));
      return latest && latest.accepted > 0 ? [{ id, name, planned, accepted: latest.accepted, project }] : [];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <ul aria-label={w.names.DELIVERABLES_ACCEPTED} className="mt-3 flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-2">
      {rows.map(({ id, name, planned, accepted, project }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{w.acceptedOf(name, format.number(accepted), format.number(planned))}</span>
          <Link to="/projects/$id" params={{ id: project.id }} className="text-small">
            {project.no} {project.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
