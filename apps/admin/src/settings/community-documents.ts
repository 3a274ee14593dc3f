import { graphql } from "../graphql/gql.ts";
import type { SettingsShownFragment } from "../graphql/graphql.ts";

export type SettingsShown = SettingsShownFragment;

export const communitySettingsDocument = graphql(`
  query CommunitySettings($communityCode: ID!) {
    communitySettings(communityCode: $communityCode) {
      ...SettingsShown
    }
  }

  fragment SettingsShown on CommunitySettings {
    communityCode
    version
    deadlines {
      name
      value
      default
      unit
      fixed
    }
    wipLimits {
      column
      limit
    }
    categories {
      id
      branch
      kinds
      zh
      en
      off
      own
    }
    templates {
      id
      kind
      name
      body
    }
  }
`);

export const setDeadlinesDocument = graphql(`
  mutation SetDeadlines($input: SetDeadlinesInput!) {
    setDeadlines(input: $input) {
      settings {
        ...SettingsShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setWipLimitsDocument = graphql(`
  mutation SetWipLimits($input: SetWipLimitsInput!) {
    setWipLimits(input: $input) {
      settings {
        ...SettingsShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setCategoriesDocument = graphql(`
  mutation SetCategories($input: SetCategoriesInput!) {
    setCategories(input: $input) {
      settings {
        ...SettingsShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setTemplatesDocument = graphql(`
  mutation SetTemplates($input: SetTemplatesInput!) {
    setTemplates(input: $input) {
      settings {
        ...SettingsShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const deadlinePreviewDocument = graphql(`
  query DeadlinePreview($communityCode: ID!, $rules: [DeadlineRuleInput!]!) {
    deadlinePreview(communityCode: $communityCode, rules: $rules) {
      overdue {
        kind
        level
        open
        now
        would
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
