import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";
import { Position } from "../feed/position.ts";

export const keyAccesses = ["READ", "WRITE"] as const;
export type KeyAccess = (typeof keyAccesses)[number];
export const KeyAccessEnum = { READ: "READ", WRITE: "WRITE" } as const satisfies { [A in KeyAccess]: A };
registerEnumType(KeyAccessEnum, { name: "KeyAccess", description: "READ: it reads and runs no mutation. WRITE: it files opinions as well." });

export type KeyState = "ACTIVE" | "EXPIRED" | "REVOKED";
const KeyStateEnum = { ACTIVE: "ACTIVE", EXPIRED: "EXPIRED", REVOKED: "REVOKED" } as const satisfies { [S in KeyState]: S };
registerEnumType(KeyStateEnum, { name: "KeyState", description: "Whether a key still opens." });

@ObjectType("ApiKey", { description: "接口密钥: by which another system asks and files. The secret itself is stored nowhere." })
export class ApiKeyType {
  @Field(() => ID, { description: "The key; in the log and in the audit it stands where a person's id would." })
  id!: string;

  @Field(() => Int, { description: "Number of its last change; every verb names the version it was decided on." })
  version!: number;

  @Field(() => String, { description: "Whose it is, such as 市 12345 热线." })
  name!: string;

  @Field(() => ID, { description: "The area it sees." })
  areaCode!: string;

  @Field(() => String, { description: "Name of the area." })
  areaName!: string;

  @Field(() => KeyAccessEnum, { description: "Whether it only reads." })
  access!: KeyAccess;

  @Field(() => Boolean, { description: "Whether disputes exist for it, as masked cards, and whether it may, where it writes, lift a mask with a reason on record. Names are masked for every key." })
  personalData!: boolean;

  @Field(() => Int, { description: "What its requests may cost within a minute." })
  costPerMinute!: number;

  @Field(() => Int, { description: "What they have cost in the present minute." })
  usedThisMinute!: number;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: string;

  @Field(() => DateTime, { description: "When it ends: the last moment of its last day." })
  expiresAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was revoked; null when it was not." })
  revokedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was last used, to the minute; null when it never was." })
  lastUsedAt!: string | null;

  @Field(() => KeyStateEnum, { description: "Whether it still opens." })
  state!: KeyState;

  @Field(() => String, { description: "The beginning of its secret, to tell keys apart." })
  hint!: string;

  @Field(() => DateTime, { nullable: true, description: "Until when the earlier secret opens as well; null when it does not." })
  earlierUntil!: string | null;

  @Field(() => Position, { nullable: true, description: "Up to where it has read the change feed; null when it never did." })
  readUpTo!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it last read the change feed, to the minute; null when it never did." })
  readAt!: string | null;

  /** No field of the schema: what a field resolver works on. */
  createdById!: string;
}

@ObjectType({ description: "A page of keys (Relay)." })
export class ApiKeyConnection {
  @Field(() => [ApiKeyType], { description: "The keys, by name." })
  nodes!: ApiKeyType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
