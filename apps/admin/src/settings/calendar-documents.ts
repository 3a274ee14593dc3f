import { graphql } from "../graphql/gql.ts";
import type { CalendarPreviewQuery, CalendarYearShownFragment } from "../graphql/graphql.ts";

export type CalendarYearShown = CalendarYearShownFragment;
export type PreviewShown = NonNullable<CalendarPreviewQuery["calendarPreview"]["preview"]>;

export const calendarYearsDocument = graphql(`
  query CalendarYears {
    calendarYears {
      ...CalendarYearShown
    }
  }

  fragment CalendarYearShown on CalendarYear {
    year
    version
    source
    publishedOn
    daysOff
    workDays
    current
    publishedAt
    recomputed {
      done
      left
    }
  }
`);

export const calendarPreviewDocument = graphql(`
  query CalendarPreview($input: CalendarDaysInput!) {
    calendarPreview(input: $input) {
      preview {
        counted
        moved
        communities {
          communityCode
          communityName
          moved
          levels {
            level
            moved
          }
        }
        sample {
          case {
            id
            no
            title
          }
          from
          to
        }
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const publishCalendarDocument = graphql(`
  mutation PublishCalendar($input: PublishCalendarInput!) {
    publishCalendar(input: $input) {
      calendarYear {
        ...CalendarYearShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
