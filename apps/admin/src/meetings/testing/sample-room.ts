import { meetingActionNames } from "@bandeng/domain";
import type { Door, Room, RoomItem, Seat } from "../room/room-model.ts";

type Named<T> = T & { __typename: string };

/** 302 of unit 3: the third floor, the second door. */
const door = (room: string, more: Partial<Door> = {}): Named<Door> => ({ __typename: "Door", id: `h-${room}`, building: "锡麟街25号", unitNo: 3, floor: Number(room.slice(0, -2)) || 1, room, shop: false, ...more });

export const homes = ["101", "102", "201", "202"].map((room) => door(room));
export const shop = door("铺2", { unitNo: null, shop: true });

export const seat = (id: string, more: Partial<Seat> = {}): Named<Seat> => ({ __typename: "Attendance", id, as: "RESIDENT", signature: "HAND", at: "2024-05-08T10:00:00.000Z", person: null, household: null, ...more });
export const seatOf = (home: Door): Named<Seat> => seat(`a-${home.room}`, { household: home, as: home.shop ? "SHOP_OWNER" : "RESIDENT" });

export const option = (id: string, words: string) => ({ __typename: "AgendaOption", id, words, proposedBy: "RESIDENT" as const, proposer: null });

export function sampleItem(more: Partial<RoomItem> = {}): Named<RoomItem> {
  return {
    __typename: "AgendaItem", id: "item-1", version: 3, scope: "UNIT", rule: "WIDEST_AGREEMENT", addedAt: "2024-05-07T02:00:00.000Z", notReached: null, endedAt: null,
    case: {
      __typename: "Case", id: "case-1", no: "340802001007-2024-0031", title: "3单元下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer", visibility: "WHOLE", status: "DELIBERATING", level: "COMPOUND",
      gridCode: "340802001007005", gridName: "锡麟街网格", parties: [],
      place: { __typename: "CasePlaceType", compoundId: null, buildingId: "b-25", unitId: "u-3", compoundName: null, buildingAddress: "锡麟街25号", unitNo: 3 },
    } as RoomItem["case"],
    affected: [...homes, shop].map((household) => ({ __typename: "AffectedHousehold", household, areaCm2: 584_000, direct: true, origin: "COMPUTED" as const, present: false, recused: false, invitedOn: ["2024-05-07"] })),
    causes: [], options: [], statements: [], positions: [], recusals: [], resolution: null, actionItems: [],
    ...more,
  } as Named<RoomItem>;
}

export function sampleRoom(more: Partial<Room> = {}): Named<Room> {
  return {
    __typename: "Meeting", id: "m-1", version: 5, areaCode: "340802001007005", areaName: "锡麟街网格", councilId: null, form: "SCHEDULED", status: "OPEN",
    place: { __typename: "MeetingPlace", words: "3单元门前", compoundId: null, buildingId: "b-25", unitId: "u-3" }, placeLevel: "BUILDING",
    meetsAt: "2024-05-08T10:30:00.000Z", plannedFor: "2024-05-08T10:30:00.000Z", openedAt: "2024-05-08T10:30:00.000Z", heldAt: null, recordedAfterwards: false, confidential: false, signInCode: "c".repeat(43), minutes: null,
    convener: { __typename: "Person", id: "p-wang", name: "王网格长" }, recorder: { __typename: "Person", id: "p-he", name: "小何" },
    actions: meetingActionNames.map((action) => ({ __typename: "MeetingActionState", action, allowed: true, code: null, message: null })),
    summons: [...homes, shop].map((home) => ({ __typename: "Summons", of: "HOUSEHOLD" as const, subjectId: home.id, label: home.room, how: "DOOR_NOTICE" as const, at: "2024-05-07T02:00:00.000Z" })),
    attendance: [], agenda: [sampleItem()],
    ...more,
  } as Named<Room>;
}

/** The room after somebody signed in, as the server would tell it. */
export function withSeats(room: Room, seats: readonly Seat[]): Named<Room> {
  const attendance = [...room.attendance, ...seats];
  const here = new Set(attendance.map(({ household }) => household?.id));
  const agenda = room.agenda.map((item) => ({ ...item, affected: item.affected.map((one) => ({ ...one, present: here.has(one.household.id) })) }));
  return { ...room, version: room.version + 1, attendance, agenda } as Named<Room>;
}

/** The room with another state of its only item. */
export function withItem(room: Room, change: Partial<RoomItem>): Named<Room> {
  return { ...room, agenda: room.agenda.map((item) => ({ ...item, version: item.version + 1, ...change })) } as Named<Room>;
}
