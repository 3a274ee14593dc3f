import { graphql } from "../../graphql/gql.ts";

// Each verb answers with all that the room shows of what it changed.

export const openMeetingDocument = graphql(`
  mutation OpenMeeting($input: OpenMeetingInput!) {
    openMeeting(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const signInToMeetingDocument = graphql(`
  mutation SignInToMeeting($input: SignInToMeetingInput!) {
    signInToMeeting(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const removeAttendanceDocument = graphql(`
  mutation RemoveAttendance($input: RemoveAttendanceInput!) {
    removeAttendance(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const noteInvitationDocument = graphql(`
  mutation NoteInvitation($input: NoteInvitationInput!) {
    noteInvitation(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const holdMeetingDocument = graphql(`
  mutation HoldMeeting($input: HoldMeetingInput!) {
    holdMeeting(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const cancelMeetingDocument = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const addToAgendaDocument = graphql(`
  mutation AddToAgenda($input: AddToAgendaInput!) {
    addToAgenda(input: $input) {
      meeting {
        ...MeetingShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const nameCauseDocument = graphql(`
  mutation NameCause($input: NameCauseInput!) {
    nameCause(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const proposeOptionDocument = graphql(`
  mutation ProposeOption($input: ProposeOptionInput!) {
    proposeOption(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const recordStatementDocument = graphql(`
  mutation RecordStatement($input: RecordStatementInput!) {
    recordStatement(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const takePositionDocument = graphql(`
  mutation TakePosition($input: TakePositionInput!) {
    takePosition(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const recuseAttendeeDocument = graphql(`
  mutation RecuseAttendee($input: RecuseAttendeeInput!) {
    recuseAttendee(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const addAffectedDocument = graphql(`
  mutation AddAffected($input: AddAffectedInput!) {
    addAffected(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const resolveItemDocument = graphql(`
  mutation ResolveItem($input: ResolveItemInput!) {
    resolveItem(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const endItemUnresolvedDocument = graphql(`
  mutation EndItemUnresolved($input: EndItemUnresolvedInput!) {
    endItemUnresolved(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const assignActionDocument = graphql(`
  mutation AssignAction($input: AssignActionInput!) {
    assignAction(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const completeActionDocument = graphql(`
  mutation CompleteAction($input: CompleteActionInput!) {
    completeAction(input: $input) {
      agendaItem {
        ...AgendaItemShown
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);
