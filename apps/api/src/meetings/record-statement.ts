import { decideRecordStatement } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordStatement." })
export class RecordStatementInput extends VerbInput {
  @Field(() => ID, { description: "Who on the bench." })
  attendanceId!: string;

  @Field(() => String, { description: "The words." })
  words!: string;
}

@ObjectType({ description: "Answer of recordStatement: the item, or the refusal." })
export class RecordStatementPayload extends AgendaPayload {}

@Resolver()
export class RecordStatement {
  @Mutation(() => RecordStatementPayload, { description: "What somebody on the bench says, in words of his own." })
  recordStatement(@Arg("input", () => RecordStatementInput, { description: "What is asked for." }) input: RecordStatementInput, @Ctx() ctx: Context): Promise<RecordStatementPayload> {
    const { attendanceId, words } = input;
    return actOnItem(ctx, "recordStatement", input, ({ item, meeting }, facts) => decideRecordStatement(item, meeting, { statementId: uuidv7(), attendanceId, words }, facts));
  }
}
