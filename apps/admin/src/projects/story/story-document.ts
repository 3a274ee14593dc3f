import { graphql } from "../../graphql/gql.ts";
import type { ProjectStoryQuery } from "../../graphql/graphql.ts";

export const storyDocument = graphql(`
  query ProjectStory($id: ID!) {
    projectStory(id: $id) {
      title
      no
      community
      problem
      measures
      numbers {
        label
        value
      }
      consent {
        for
        accept
        against
        households
      }
      before {
        ...AttachmentShown
      }
      after {
        ...AttachmentShown
      }
      milestones {
        title
        weight
        doneOn
      }
      adoptedOn
      struckOffOn
      satisfied
      basic
      asked
    }
  }
`);

export type ToldStory = NonNullable<ProjectStoryQuery["projectStory"]>;
