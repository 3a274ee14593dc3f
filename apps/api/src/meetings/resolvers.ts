import { AddAffected } from "./add-affected.ts";
import { AddToAgenda } from "./add-to-agenda.ts";
import { AffectedQueryResolver } from "./affected-query.ts";
import { AgendaFieldsResolver } from "./agenda-fields.ts";
import { AssignAction } from "./assign-action.ts";
import { CancelMeeting } from "./cancel-meeting.ts";
import { CompleteAction } from "./complete-action.ts";
import { DoorsResolver } from "./doors-query.ts";
import { EndItemUnresolved } from "./end-item-unresolved.ts";
import { HoldMeeting } from "./hold-meeting.ts";
import { MeetingFieldsResolver } from "./meeting-fields.ts";
import { MeetingQueryResolver } from "./meeting-query.ts";
import { MyActionItemsResolver } from "./my-action-items.ts";
import { NameCause } from "./name-cause.ts";
import { NoteInvitation } from "./note-invitation.ts";
import { OpenMeeting } from "./open-meeting.ts";
import { ProposeOption } from "./propose-option.ts";
import { RecordMeeting } from "./record-meeting.ts";
import { RecordStatement } from "./record-statement.ts";
import { RecuseAttendee } from "./recuse.ts";
import { RemoveAttendance } from "./remove-attendance.ts";
import { ResolveItem } from "./resolve-item.ts";
import { SignInToMeeting } from "./sign-in.ts";
import { SummonMeeting } from "./summon-meeting.ts";
import { TakePosition } from "./take-position.ts";

/** The resolvers of bench meetings. */
export const meetingResolvers = [
  AddAffected,
  AddToAgenda,
  AffectedQueryResolver,
  AgendaFieldsResolver,
  AssignAction,
  CancelMeeting,
  CompleteAction,
  DoorsResolver,
  EndItemUnresolved,
  HoldMeeting,
  MeetingFieldsResolver,
  MeetingQueryResolver,
  MyActionItemsResolver,
  NameCause,
  NoteInvitation,
  OpenMeeting,
  ProposeOption,
  RecordMeeting,
  RecordStatement,
  RecuseAttendee,
  RemoveAttendance,
  ResolveItem,
  SignInToMeeting,
  SummonMeeting,
  TakePosition,
] as const;
