import type { IngestOpinionMutation, IngestOpinionMutationVariables } from "./graphql/operations.ts";
import { typed } from "./typed-document.ts";

/** What another system hands over: the same `externalRef` again is the same opinion. */
export type IngestOpinionInput = IngestOpinionMutationVariables["input"];
/** What became of it: a case, or a refusal. Neither: it was filed, and the key may not see it. */
export type IngestOpinionPayload = IngestOpinionMutation["ingestOpinion"];
/** A no that was to be expected: a code for the program, a sentence for people. Nothing was changed. */
export type Refusal = NonNullable<IngestOpinionPayload["refusal"]>;

/** Files what a resident said to another system. */
export const ingestOpinionDocument = typed<IngestOpinionMutation, IngestOpinionMutationVariables>(/* GraphQL */ `mutation IngestOpinion($input: IngestOpinionInput!) {
  ingestOpinion(input: $input) { created case { id no version } opinion { id } refusal { code message path currentVersion } }
}`);
