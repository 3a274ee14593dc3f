import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { contractName } from "../federation/own-names.ts";
import { areaNoOf } from "../access/scope.ts";
import { auditActor, writeAudit } from "../audit/write-audit.ts";
import { earlyError } from "../http/api-error.ts";
import type { Context } from "../http/context.ts";
import { rootFields } from "../http/cost.ts";

/** What a key that writes may do: file what people say. Nobody works on a case through a key. */
const filing: readonly string[] = ["ingestOpinion", "collectOpinion", "addOpinion"];

/** Whether a key may run a mutation. */
export function keyMay({ viewer }: Pick<Context, "viewer">, mutation: string): boolean {
  const { key } = viewer;
  return key === undefined || (key.write && (filing.includes(mutation) || (key.personalData && mutation === "revealPersonalData")));
}

/** Refuses what a key was not made for before anything of the request runs, with a row in the audit for each mutation asked for. */
export const keyGate: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    return {
      async didResolveOperation({ schema, document, operation }) {
        const { viewer, db, language } = contextValue as Partial<Context>;
        if (viewer?.key === undefined || db === undefined || operation?.operation !== "mutation") return;
        const asked = rootFields(document, operation.selectionSet).map((name) => contractName(schema, OperationTypeNode.MUTATION, name));
        if (asked.every((mutation) => keyMay({ viewer }, mutation))) return;
        await db.transaction(async (client) => {
          for (const action of asked) {
            await writeAudit(client, auditActor(contextValue), { action, outcome: "REFUSED", code: "FORBIDDEN", subject: null, areaNo: areaNoOf(viewer.assignments), before: null, after: null, reason: null });
          }
        });
        throw earlyError("FORBIDDEN", language === "en" ? (viewer.key.write ? "A key files opinions and does nothing else" : "This key reads and changes nothing") : viewer.key.write ? "密钥只能登记意见，不能办理事项" : "该密钥只读，不能修改任何内容");
      },
    };
  },
};
