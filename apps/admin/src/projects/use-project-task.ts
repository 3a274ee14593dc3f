import { closingMoment, localDateOf } from "@bandeng/domain";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useState } from "react";
import type { PersonRefusalFragment, ProjectShownFragment } from "../graphql/graphql.ts";
import { type Problems, useVerb } from "../people/use-verb.ts";
import { useNow } from "../words/use-now.ts";

export interface Ticket {
  id: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
  at?: string | null | undefined;
}

export interface TaskAnswer {
  project?: ProjectShownFragment | null;
  refusal?: PersonRefusalFragment | null;
}

/**
 * One act on one project, at the version that is shown. `day` is when it took effect: null is now, an earlier day its
 * close of business, so that it lies behind whatever else was done that day.
 */
export function useProjectTask<Payload extends TaskAnswer, Variables extends { input: Ticket }>(document: TypedDocumentNode<Record<string, Payload>, Variables>, project: ProjectShownFragment, fields: readonly string[], onDone: () => void) {
  const { verb, send } = useVerb(document, fields, onDone);
  const [day, setDay] = useState<string | null>(null);
  const today = localDateOf(new Date(useNow()).toISOString());
  const at = day === null || day >= today ? {} : { at: closingMoment(day) };
  return {
    verb,
    day: { value: day, onChange: setDay, max: today },
    send: (given: Omit<Variables["input"], keyof Ticket>, problems: Problems = {}) =>
      // TypeScript cannot see that the given fields and the ticket are the whole input again.
      void send({ ...given, ...at, id: project.id, expectedVersion: project.version } as unknown as Omit<Variables["input"], "idempotencyKey">, problems),
  };
}
