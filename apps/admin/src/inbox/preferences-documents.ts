import { graphql } from "../graphql/gql.ts";

export const preferencesDocument = graphql(`
  query NoticePreferences {
    noticePreferences {
      quietFrom
      quietTo
      outside
    }
  }
`);

export const setPreferencesDocument = graphql(`
  mutation SetNoticePreferences($input: SetNoticePreferencesInput!) {
    setNoticePreferences(input: $input) {
      quietFrom
      quietTo
      outside
    }
  }
`);
