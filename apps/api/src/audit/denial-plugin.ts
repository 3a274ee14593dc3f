import type { ApolloServerPlugin } from "@apollo/server";
import { Kind, OperationTypeNode, type GraphQLError } from "graphql";
import { auditActor, writeAudit } from "./write-audit.ts";
import { contractName } from "../federation/own-names.ts";
import { areaNoOf } from "../access/scope.ts";
import type { ErrorCode } from "../http/api-error.ts";
import type { Context } from "../http/context.ts";

/** What refuses a mutation before it does anything. A refusal of the domain is a value, and has its row from cases/act.ts. */
const REFUSALS: readonly ErrorCode[] = ["FORBIDDEN", "NOT_FOUND", "BAD_USER_INPUT", "CONFLICT"];

/**
 * Writes a row for each field that was denied, and for each mutation that ended with an error of the client's. A fault of
 * ours leaves none: its transaction is gone, and the log has it.
 */
export const denialPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    return {
      async didEncounterErrors({ errors, operation, schema }) {
        const viewer = (contextValue as Partial<Context>).viewer;
        if (viewer === undefined || operation == null) return;
        const mutates = operation.operation === OperationTypeNode.MUTATION;
        for (const error of errors) {
          const code = error.extensions["code"];
          const field = fieldOf(error);
          const action = field !== undefined && error.path?.length === 1 ? contractName(schema, operation.operation, field) : field;
          const counts = code === "FORBIDDEN" || (mutates && error.path?.length === 1 && REFUSALS.some((known) => known === code));
          if (action === undefined || !counts) continue;
          const entry = { action, outcome: "REFUSED", code: String(code), subject: null, areaNo: areaNoOf(viewer.assignments), before: null, after: null, reason: null } as const;
          await contextValue.db.transaction((client) => writeAudit(client, auditActor(contextValue), entry));
        }
      },
    };
  },
};

/** Name of the field an error came from, whatever alias it was asked under; undefined when nothing ran. */
function fieldOf({ path, nodes }: GraphQLError): string | undefined {
  const node = nodes?.[0];
  return path !== undefined && node?.kind === Kind.FIELD ? node.name.value : undefined;
}
