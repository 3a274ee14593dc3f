import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment AttachmentShown on Attachment {
    id
    kind
    stage
    name
    mediaType
    bytes
    width
    height
    takenAt
    addedAt
    addedBy {
      id
      name
    }
    removable
    url
    thumbnailUrl
  }
`);

export const removeAttachmentDocument = graphql(`
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      case {
        id
        attachments {
          id
        }
      }
      refusal {
        code
        message
      }
    }
  }
`);
