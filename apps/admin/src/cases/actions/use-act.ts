import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { CaseAction } from "@bandeng/domain";
import { useRef, useState } from "react";
import { useClient } from "urql";
import { newIdempotencyKey } from "../../client/idempotency.ts";
import { requestIdOf } from "../../client/request-id.ts";
import type { CaseCardFragment, CaseSinceQuery, RefusalSaidFragment } from "../../graphql/graphql.ts";
import type { ActionFormProps } from "./action-form.ts";
import { caseSinceDocument } from "./case-acted.ts";

/** An ID may be given as a number, says GraphQL; ours are texts. */
interface Ticket {
  id: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}

interface Answer {
  case?: CaseCardFragment | null;
  refusal?: RefusalSaidFragment | null;
}

/** What is wrong before anything is sent, by field. */
export type Problems = Readonly<Record<string, string | undefined>>;

/** Somebody else was faster: what the case is like now. `since` is null while that is being read, and when it cannot be. */
export interface Conflict {
  isReading: boolean;
  since: NonNullable<CaseSinceQuery["case"]> | null;
  /** The version the form was decided on. */
  from: number;
}

interface Failure {
  /** The network failed: nobody knows whether the act arrived. */
  isOffline: boolean;
  message: string;
  requestId: string | undefined;
}

export interface Act {
  isPending: boolean;
  /** What is wrong with a field, as the server or the form itself says it. */
  errorOf: (field: string) => string | undefined;
  /** A refusal that concerns no field of this form. */
  refusal: RefusalSaidFragment | null;
  conflict: Conflict | null;
  failure: Failure | null;
  /** Changes with every answer, so that the form knows when to look for the field to go to. */
  answered: number;
}

/**
 * One act of one person on one case. The version it was decided on is the one the form was opened with, until a conflict
 * brings a newer one. The idempotency key is new for every act and is sent again when the very same submit is retried
 * after the answer was lost: the server then does it once.
 * @param onAnswer for a form that goes on with more of the answer than the case
 */
export function useAct<Data extends object, Variables extends { input: Ticket }>(
  document: TypedDocumentNode<Data, Variables>,
  action: CaseAction,
  { card, onDone }: ActionFormProps,
  fields: readonly string[] = [],
  onAnswer?: (data: Data) => void,
) {
  const client = useClient();
  const version = useRef(card.version);
  const lost = useRef<{ said: string; variables: Variables } | null>(null);
  const [state, setState] = useState<Omit<Act, "errorOf"> & { problems: Problems }>({
    isPending: false,
    refusal: null,
    conflict: null,
    failure: null,
    answered: 0,
    problems: {},
  });
  const settle = (next: Partial<typeof state>) =>
    setState((now) => ({ ...now, isPending: false, refusal: null, conflict: null, failure: null, problems: {}, answered: now.answered + 1, ...next }));

  async function read(): Promise<void> {
    const from = version.current;
    settle({ conflict: { isReading: true, since: null, from } });
    const { data } = await client.query(caseSinceDocument, { id: card.id, first: 20 }, { requestPolicy: "network-only" }).toPromise();
    const since = data?.case ?? null;
    if (since) version.current = since.version;
    setState((now) => (now.conflict ? { ...now, conflict: { isReading: false, since, from } } : now));
  }

  async function send(given: Omit<Variables["input"], keyof Ticket>, problems: Problems = {}): Promise<void> {
    if (state.isPending) return;
    if (Object.values(problems).some((problem) => problem !== undefined)) return settle({ problems });
    const said = JSON.stringify([version.current, given]);
    const input = { ...given, id: card.id, expectedVersion: version.current, idempotencyKey: newIdempotencyKey() };
    // TypeScript cannot see that the given fields and the ticket are the whole input again.
    const variables = lost.current?.said === said ? lost.current.variables : ({ input } as Variables);
    setState((now) => ({ ...now, isPending: true, failure: null }));
    const { data, error } = await client.mutation(document, variables).toPromise();
    // Every verb answers in one field: the case, or the refusal.
    const answer: Answer | undefined = data ? Object.values(data)[0] : undefined;
    if (!answer) {
      lost.current = { said, variables };
      return settle({ failure: { isOffline: Boolean(error?.networkError), message: error?.graphQLErrors[0]?.message ?? "", requestId: requestIdOf(error) } });
    }
    lost.current = null;
    if (answer.refusal?.code === "CONFLICT") return read();
    if (answer.refusal) return settle({ refusal: answer.refusal });
    settle({});
    onDone({ action, case: answer.case ?? null });
    if (data) onAnswer?.(data);
  }

  const { problems, refusal, ...shown } = state;
  const isOfField = refusal?.path != null && fields.includes(refusal.path);
  const act: Act = {
    ...shown,
    refusal: isOfField ? null : refusal,
    errorOf: (field) => problems[field] ?? (refusal?.path === field ? refusal.message : undefined),
  };
  return { act, send };
}
