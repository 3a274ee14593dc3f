import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useRef, useState } from "react";
import { useClient } from "urql";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { requestIdOf } from "../client/request-id.ts";
import type { PersonRefusalFragment } from "../graphql/graphql.ts";

interface Ticket {
  idempotencyKey: string | number;
}

interface Answer {
  refusal?: PersonRefusalFragment | null;
}

/** What is wrong before anything is sent, by field. */
export type Problems = Readonly<Record<string, string | undefined>>;

interface Failure {
  /** The network failed: nobody knows whether the act arrived. */
  isOffline: boolean;
  message: string;
  requestId: string | undefined;
}

export interface Verb {
  isPending: boolean;
  /** What is wrong with a field, as the server or the form itself says it. */
  errorOf: (field: string) => string | undefined;
  /** A refusal that concerns no field of this form. */
  refusal: PersonRefusalFragment | null;
  failure: Failure | null;
  /** Changes with every answer, so that the form knows when to look for the field to go to. */
  answered: number;
}

type State = Omit<Verb, "errorOf"> & { problems: Problems };
const idle: State = { isPending: false, refusal: null, failure: null, answered: 0, problems: {} };

/**
 * One act on a person, an account or a committee. The idempotency key is new for every act and is sent again when the very
 * same submit is retried after the answer was lost: the server then does it once.
 * @param fields paths of refusals that this form has a field for
 */
export function useVerb<Payload extends Answer, Variables extends { input: Ticket }>(
  document: TypedDocumentNode<Record<string, Payload>, Variables>,
  fields: readonly string[],
  onDone: (answer: Payload) => void,
) {
  const client = useClient();
  const lost = useRef<{ said: string; variables: Variables } | null>(null);
  const [state, setState] = useState(idle);
  const settle = (next: Partial<State>) => setState((now) => ({ ...idle, answered: now.answered + 1, ...next }));

  async function send(given: Omit<Variables["input"], keyof Ticket>, problems: Problems = {}): Promise<void> {
    if (state.isPending) return;
    if (Object.values(problems).some((problem) => problem !== undefined)) return settle({ problems });
    const said = JSON.stringify(given);
    // TypeScript cannot see that the given fields and the ticket are the whole input again.
    const variables = lost.current?.said === said ? lost.current.variables : ({ input: { ...given, idempotencyKey: newIdempotencyKey() } } as Variables);
    setState((now) => ({ ...now, isPending: true, failure: null }));
    const { data, error } = await client.mutation(document, variables).toPromise();
    // Every verb answers in one field.
    const answer = data ? Object.values(data)[0] : undefined;
    if (!answer) {
      lost.current = { said, variables };
      return settle({ failure: { isOffline: Boolean(error?.networkError), message: error?.graphQLErrors[0]?.message ?? "", requestId: requestIdOf(error) } });
    }
    lost.current = null;
    if (answer.refusal) return settle({ refusal: answer.refusal });
    settle({});
    onDone(answer);
  }

  const { problems, refusal, ...shown } = state;
  const isOfField = refusal?.path != null && fields.includes(refusal.path);
  const verb: Verb = {
    ...shown,
    refusal: isOfField ? null : refusal,
    errorOf: (field) => problems[field] ?? (refusal?.path === field ? refusal.message : undefined),
  };
  return { verb, send };
}
