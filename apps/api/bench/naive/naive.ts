import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { defineEntity, MikroORM, p } from "@mikro-orm/postgresql";
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver, buildSchema } from "type-graphql";

// What a newcomer writes with the documentation of Apollo, TypeGraphQL and MikroORM beside him: entities, em.find with populate, a flush.

const Person = defineEntity({ name: "Person", tableName: "person", properties: { id: p.uuid().primary(), displayName: p.string() } });
const Compound = defineEntity({ name: "Compound", tableName: "compound", properties: { id: p.uuid().primary(), name: p.string() } });
const Building = defineEntity({ name: "Building", tableName: "building", properties: { id: p.uuid().primary(), address: p.string() } });
const Unit = defineEntity({ name: "Unit", tableName: "unit", properties: { id: p.uuid().primary(), no: p.integer() } });
const Words = defineEntity({ name: "Words", tableName: "event_words", properties: { event: () => p.oneToOne(Event).primary().owner(), words: p.string() } });
const Event = defineEntity({
  name: "Event", tableName: "event",
  properties: {
    id: p.uuid().primary(), streamKind: p.string(), streamId: p.uuid(), seq: p.integer(), type: p.string(), payload: p.json<object>(), due: p.json<object>().nullable(), at: p.datetime(), recordedAt: p.datetime(), areaNo: p.bigint(),
    actor: () => p.manyToOne(Person).nullable(), words: () => p.oneToOne(Words).mappedBy("event").nullable(),
  },
});
const Case = defineEntity({
  name: "Case", tableName: "cases",
  properties: {
    id: p.uuid().primary(), no: p.string(), version: p.integer(), title: p.string(), kind: p.string(), category: p.string().nullable(), gridCode: p.string(), areaNo: p.bigint(), communityNo: p.bigint().persist(false),
    districtNo: p.bigint().persist(false), severity: p.integer(), tags: p.array(), status: p.integer(), level: p.integer(), maxLevel: p.integer(), boardColumn: p.integer().nullable(), leadIds: p.array(), recordedBy: p.uuid(),
    supporters: p.integer(), reopenCount: p.integer(), projectId: p.uuid().nullable(), due: p.json<object>().nullable(), boardAt: p.string().columnType("timestamptz"), collectedAt: p.datetime(), closedAt: p.datetime().nullable(), updatedAt: p.datetime(),
    lead: () => p.manyToOne(Person).nullable(), compound: () => p.manyToOne(Compound).nullable(), building: () => p.manyToOne(Building).nullable(), unit: () => p.manyToOne(Unit).nullable(),
  },
});

const url = process.env["DATABASE_URL"] ?? "";
const orm = await MikroORM.init({ clientUrl: url, entities: [Person, Compound, Building, Unit, Words, Event, Case], pool: { min: 0, max: 8 }, driverOptions: { application_name: "bench-naive", options: "-c timezone=UTC" } });
type Manager = ReturnType<typeof orm.em.fork>;

@ObjectType()
class PersonType {
  @Field(() => ID) id!: string;
  @Field(() => String) displayName!: string;
}
@ObjectType()
class CompoundType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}
@ObjectType()
class BuildingType {
  @Field(() => ID) id!: string;
  @Field(() => String) address!: string;
}
@ObjectType()
class UnitType {
  @Field(() => ID) id!: string;
  @Field(() => Int) no!: number;
}
@ObjectType()
class WordsType {
  @Field(() => String) words!: string;
}
@ObjectType()
class EventType {
  @Field(() => ID) id!: string;
  @Field(() => Int) seq!: number;
  @Field(() => String) type!: string;
  @Field(() => Date) at!: Date;
  @Field(() => Date) recordedAt!: Date;
  @Field(() => PersonType, { nullable: true }) actor!: PersonType | null;
  @Field(() => String) payload!: string;
  @Field(() => WordsType, { nullable: true }) words!: WordsType | null;
  @Field(() => String, { nullable: true }) due!: string | null;
}
@ObjectType()
class CaseType {
  @Field(() => ID) id!: string;
  @Field(() => String) no!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) category!: string | null;
  @Field(() => String) gridCode!: string;
  @Field(() => Int) severity!: number;
  @Field(() => [String]) tags!: string[];
  @Field(() => Int) status!: number;
  @Field(() => Int) level!: number;
  @Field(() => Int) maxLevel!: number;
  @Field(() => Int, { nullable: true }) boardColumn!: number | null;
  @Field(() => PersonType, { nullable: true }) lead!: PersonType | null;
  @Field(() => [ID]) leadIds!: string[];
  @Field(() => ID) recordedBy!: string;
  @Field(() => Int) supporters!: number;
  @Field(() => Int) reopenCount!: number;
  @Field(() => ID, { nullable: true }) projectId!: string | null;
  @Field(() => String, { nullable: true }) due!: string | null;
  @Field(() => Date) collectedAt!: Date;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => Date) updatedAt!: Date;
  @Field(() => CompoundType, { nullable: true }) compound!: CompoundType | null;
  @Field(() => BuildingType, { nullable: true }) building!: BuildingType | null;
  @Field(() => UnitType, { nullable: true }) unit!: UnitType | null;
  @Field(() => [EventType], { nullable: true }) events?: EventType[];
}
@ObjectType()
class CasePage {
  @Field(() => [CaseType]) nodes!: unknown[];
}
@ObjectType()
class Column {
  @Field(() => Int) column!: number;
  @Field(() => Int) total!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => CasePage) cards!: CasePage;
}
@ObjectType()
class Board {
  @Field(() => [Column]) columns!: Column[];
}
@ObjectType()
class Payload {
  @Field(() => CaseType, { nullable: true }) case!: unknown;
  @Field(() => RefusalType, { nullable: true }) refusal!: { code: string } | null;
}
@ObjectType()
class RefusalType {
  @Field(() => String) code!: string;
}

const cards = ["lead", "compound", "building", "unit"] as const;
const month = 30 * 86_400_000;

@Resolver()
class CaseResolver {
  @Query(() => Board)
  async board(@Arg("by", () => String) by: "areaNo" | "communityNo" | "districtNo", @Arg("no", () => String) no: string, @Ctx() { em }: { em: Manager }): Promise<Board> {
    const place = { [by]: no };
    const columns = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map(async (column): Promise<Column> => {
        const where = { ...place, boardColumn: column, ...(column === 7 && { closedAt: { $gte: new Date(Date.now() - month) } }) };
        const orderBy = column === 7 ? { closedAt: "desc", id: "desc" } as const : { boardAt: "asc", id: "asc" } as const;
        const [nodes, total] = await em.fork().findAndCount(Case, where, { populate: cards, orderBy, limit: 30 });
        const overdue = column === 7 ? 0 : await em.fork().count(Case, { ...where, boardAt: { $lt: new Date().toISOString() } });
        return { column, total, overdue, cards: { nodes: nodes.map(shown) } };
      }),
    );
    return { columns };
  }

  @Query(() => CasePage)
  async cases(@Arg("no", () => String) no: string, @Arg("at", () => String) at: string, @Arg("id", () => ID) id: string, @Ctx() { em }: { em: Manager }): Promise<CasePage> {
    const after = new Date(at);
    const nodes = await em.find(Case, { communityNo: no, $or: [{ updatedAt: { $gt: after } }, { updatedAt: after, id: { $gt: id } }] }, { populate: cards, orderBy: { updatedAt: "asc", id: "asc" }, limit: 100 });
    return { nodes: nodes.map(shown) };
  }

  @Query(() => CaseType, { nullable: true })
  async case(@Arg("id", () => ID) id: string, @Ctx() { em }: { em: Manager }): Promise<unknown> {
    const found = await em.findOne(Case, id, { populate: cards });
    const events = await em.find(Event, { streamId: id }, { populate: ["actor", "words"], orderBy: { seq: "desc" }, limit: 20 });
    return found && Object.assign(shown(found), { events: events.map((e) => ({ ...e, words: typeof e.words?.words === "string" ? e.words : null, payload: JSON.stringify(e.payload), due: e.due && JSON.stringify(e.due) })) });
  }

  @Mutation(() => Payload)
  escalateCase(@Arg("id", () => ID) id: string, @Arg("version", () => Int) version: number, @Ctx() { em }: { em: Manager }): Promise<Payload> {
    return em.transactional(async (tx) => {
      const found = await tx.findOne(Case, id, { lockMode: 4 });
      if (!found || found.version !== version || found.boardColumn == null) return { case: null, refusal: { code: "CONFLICT" } };
      Object.assign(found, { version: version + 1, level: found.level + 1, maxLevel: Math.max(found.maxLevel, found.level + 1), boardColumn: found.boardColumn + 1, updatedAt: new Date() });
      const now = new Date();
      tx.create(Event, { id: crypto.randomUUID(), streamKind: "CASE", streamId: id, seq: version + 1, type: "ESCALATED", payload: { to: found.level }, due: null, at: now, recordedAt: now, areaNo: found.areaNo });
      await tx.flush();
      return { case: shown(found), refusal: null };
    });
  }
}

function shown(found: object): object {
  const due = "due" in found && found.due !== null && typeof found.due === "object" ? JSON.stringify(found.due) : null;
  return Object.assign(Object.create(Object.getPrototypeOf(found) as object | null) as object, found, { due });
}

const schema = await buildSchema({ resolvers: [CaseResolver], validate: false });
const server = new ApolloServer<{ em: Manager }>({ schema });
await startStandaloneServer(server, { listen: { port: Number(process.env["PORT"]), host: "127.0.0.1" }, context: () => Promise.resolve({ em: orm.em.fork() }) });
process.stdout.write("ready\n");
