import { outcomeOf, type AgendaItem, type BenchMeeting, type Position, type Refusal, type Stance, type Tally } from "@bandeng/domain";
import type { AgendaItemShownFragment, DoorShownFragment, MeetingShownFragment } from "../../graphql/graphql.ts";

export type Room = MeetingShownFragment;
export type RoomItem = AgendaItemShownFragment;
export type Seat = Room["attendance"][number];
export type Door = DoorShownFragment;

/** A position that was tapped and has not come back from the server yet. */
export interface Tapped {
  readonly attendanceId: string;
  readonly optionId: string;
  readonly stance: Stance;
}

const none = "";

/** The meeting as the domain's rules want it. */
export function ruleMeeting(room: Room): BenchMeeting {
  return {
    id: room.id, version: room.version, areaCode: room.areaCode, councilId: room.councilId ?? null, form: room.form, status: room.status,
    place: { words: room.place.words, compoundId: room.place.compoundId ?? null, buildingId: room.place.buildingId ?? null, unitId: room.place.unitId ?? null },
    plannedFor: room.plannedFor ?? null, openedAt: room.openedAt ?? null, heldAt: room.heldAt ?? null, recordedAfterwards: room.recordedAfterwards,
    convenerId: room.convener?.id ?? none, recorderId: room.recorder?.id ?? none,
    summons: room.summons.map(({ of, subjectId, how, at }) => ({ of, subjectId, how, at })),
    attendance: room.attendance.map(({ id, as, signature, at, person, household }) => ({ id, as, signature, at, personId: person?.id ?? null, householdId: household?.id ?? null })),
    agenda: room.agenda.map((item) => ({ itemId: item.id, caseId: item.case?.id ?? none })),
    movedAt: room.openedAt ?? room.meetsAt,
  };
}

/** An item of the agenda as the domain's rules want it, with what was tapped meanwhile. */
export function ruleItem(item: RoomItem, room: Room, tapped: readonly Tapped[] = []): AgendaItem {
  const householdOf = (attendanceId: string): string | null => room.attendance.find(({ id }) => id === attendanceId)?.household?.id ?? null;
  const position = (attendanceId: string, optionId: string, stance: Stance): Position => ({ attendanceId, optionId, stance, householdId: householdOf(attendanceId), reasonId: null });
  const isOvertaken = (attendanceId: string, optionId: string) => tapped.some((t) => t.attendanceId === attendanceId && t.optionId === optionId);
  return {
    id: item.id, version: item.version, meetingId: room.id, caseId: item.case?.id ?? none, scope: item.scope, rule: item.rule, addedAt: item.addedAt,
    // Of a wide scope those who came are added by the rules themselves.
    affected: item.affected.filter(({ origin }) => origin !== "PRESENT").map(({ household, areaCm2, direct, origin }) => ({ householdId: household.id, areaCm2: areaCm2 ?? null, direct, origin })),
    causeIds: item.causes.map(({ id }) => id),
    options: item.options.map(({ id, proposedBy, proposer }) => ({ id, proposedBy, attendanceId: proposer?.id ?? null })),
    statements: item.statements.flatMap(({ id, by }) => (by ? [{ id, attendanceId: by.id }] : [])),
    positions: [
      ...item.positions.flatMap(({ optionId, stance, by }) => (by && !isOvertaken(by.id, optionId) ? [position(by.id, optionId, stance)] : [])),
      ...tapped.map(({ attendanceId, optionId, stance }) => position(attendanceId, optionId, stance)),
    ],
    recusals: item.recusals.flatMap(({ by }) => (by ? [{ attendanceId: by.id, reasonId: none }] : [])),
    resolution: item.resolution ? { optionId: item.resolution.option.id, rule: item.resolution.rule, tally: item.resolution.tally, at: item.resolution.at } : null,
    notReached: item.notReached ? { why: item.notReached, at: item.endedAt ?? item.addedAt } : null,
    actions: [],
  };
}

/** 3单元302 is told as 3-302; a door to the street by its room alone. */
export function doorShort({ unitNo, room }: Pick<Door, "unitNo" | "room">): string {
  return unitNo === null || unitNo === undefined ? room : `${unitNo}-${room}`;
}

/** What the rule makes of the room as it is: the same function as the server's. */
export function outcomeNow(item: RoomItem, room: Room, tapped: readonly Tapped[] = []): { readonly optionId: string; readonly tally: Tally } | Refusal {
  const doors = new Map(item.affected.map(({ household }) => [household.id, household]));
  const parties = (item.case?.parties ?? []).map(({ person }, index) => ({ personId: person?.id ?? null, side: String(index) }));
  const doorOf = (id: string): string => {
    const door = doors.get(id);
    return door ? `${door.building} ${doorShort(door)}` : "";
  };
  return outcomeOf(ruleItem(item, room, tapped), ruleMeeting(room), { case: { kind: item.case?.kind ?? "DIFFICULTY", parties }, doorOf });
}

/** A household on the bench, and who speaks for it: whoever took its first position, else who came first and is not recused. */
export interface Voice {
  readonly household: Door;
  readonly seats: readonly Seat[];
  /** Null: everybody of it is recused. */
  readonly speaker: Seat | null;
}

/** The households on the bench, in the order of doors. */
export function voicesOf(item: RoomItem, room: Room): readonly Voice[] {
  const recused = new Set(item.recusals.flatMap(({ by }) => by?.id ?? []));
  const spoke = item.positions.flatMap(({ by }) => by?.id ?? []);
  const byDoor = new Map<string, Seat[]>();
  for (const seat of room.attendance) if (seat.household) byDoor.set(seat.household.id, [...(byDoor.get(seat.household.id) ?? []), seat]);
  const voices = [...byDoor.values()].flatMap((seats): Voice[] => {
    const household = seats[0]?.household;
    if (!household) return [];
    const free = seats.filter(({ id }) => !recused.has(id));
    return [{ household, seats, speaker: free.find(({ id }) => spoke.includes(id)) ?? free[0] ?? null }];
  });
  return voices.toSorted((a, b) => byDoorNumber(a.household, b.household));
}

/** Doors as one walks past them: building, unit, floor, room; shops last. */
export function byDoorNumber(a: Door, b: Door): number {
  return Number(a.shop) - Number(b.shop) || a.building.localeCompare(b.building, "zh-CN", { numeric: true }) || (a.unitNo ?? 0) - (b.unitNo ?? 0) || a.floor - b.floor || a.room.localeCompare(b.room, "zh-CN", { numeric: true });
}

/** What a household on the bench thinks of an option, as tapped or stored; null while it has not said. */
export function stanceOf(voice: Voice, optionId: string, item: RoomItem, tapped: readonly Tapped[]): Stance | null {
  const ids = new Set(voice.seats.map(({ id }) => id));
  const now = tapped.find((t) => ids.has(t.attendanceId) && t.optionId === optionId);
  return now?.stance ?? item.positions.find((p) => p.by && ids.has(p.by.id) && p.optionId === optionId)?.stance ?? null;
}

/** Households that neither came nor were invited on two days, in the order of doors: nothing can be resolved until they are heard. */
export function unheardOf(item: RoomItem, isComputedList: boolean): RoomItem["affected"] {
  return isComputedList ? item.affected.filter(({ present, invitedOn }) => !present && invitedOn.length < 2) : [];
}
