import { attachmentKinds, attachmentStages, type AttachmentKind, type AttachmentStage } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { enumOf } from "../cases/case-enums.ts";
import { DateTime } from "../http/date-time.ts";

const AttachmentKindEnum = enumOf("AttachmentKind", attachmentKinds, "What is kept with a case: a photo, a recording, a paper.");
const AttachmentStageEnum = enumOf("AttachmentStage", attachmentStages, "Whether a photo shows the place before the work or after it.");

@ObjectType("Attachment", { description: "A photo, recording or paper kept with a case. Added by POST /api/cases/:id/attachments." })
export class AttachmentType {
  @Field(() => ID, { description: "The attachment." })
  id!: string;

  @Field(() => AttachmentKindEnum, { description: "Photo, recording or paper." })
  kind!: AttachmentKind;

  @Field(() => AttachmentStageEnum, { nullable: true, description: "Of a photo, whether it is from before or after the work; null when that was not said." })
  stage!: AttachmentStage | null;

  @Field(() => String, { description: "The name of the file it came in, at most 120 characters." })
  name!: string;

  @Field(() => String, { description: "Media type it is handed out as, such as image/jpeg." })
  mediaType!: string;

  @Field(() => Int, { description: "Its size in bytes." })
  bytes!: number;

  @Field(() => Int, { nullable: true, description: "Width in pixels; null for what is no photo." })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: "Height in pixels; null like the width." })
  height!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When a photo was taken, by the camera's clock; null when unknown." })
  takenAt!: string | null;

  @Field(() => DateTime, { description: "When it was added." })
  addedAt!: string;

  @Field(() => PersonType, { nullable: true, description: "Who added it; null when the person is unknown to the viewer." })
  addedBy!: PersonType | null;

  @Field(() => Boolean, { description: "Whether the viewer may remove it now: his own for ten minutes, otherwise one role above whoever added it." })
  removable!: boolean;

  @Field(() => String, { description: "Path to fetch it from, with the viewer's session." })
  url!: string;

  @Field(() => String, { nullable: true, description: "Path of a small picture (WebP, at most 320 pixels wide and high); null for what is no photo." })
  thumbnailUrl!: string | null;
}
