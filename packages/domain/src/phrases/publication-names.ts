import type { PublicationEventType } from "../publication/publication-events.ts";
import type { CommentKind, CommentState, PublicationKind, PublicationState } from "../publication/publication.ts";
import type { PersonalDataKind } from "../publication/redact.ts";

/** What the closed lists of publications are called. */
export interface PublicationNames {
  readonly publicationKind: { readonly [K in PublicationKind]: string };
  readonly publicationState: { readonly [K in PublicationState]: string };
  readonly publicationEvent: { readonly [K in PublicationEventType]: string };
  readonly commentKind: { readonly [K in CommentKind]: string };
  readonly commentState: { readonly [K in CommentState]: string };
  readonly personalDataKind: { readonly [K in PersonalDataKind]: string };
}

export const publicationZh: PublicationNames = {
  publicationKind: { NOTICE: "公告", PROJECT: "项目公示", COSTS: "费用公示", FINAL_COSTS: "决算公示", STORY: "项目纪实" },
  publicationState: { DRAFT: "草稿", PUBLISHED: "已公示", TAKEN_DOWN: "已撤下" },
  publicationEvent: {
    PUBLICATION_DRAFTED: "起草公示", PUBLICATION_AMENDED: "修改草稿", PUBLICATION_PUBLISHED: "公示", PUBLICATION_TAKEN_DOWN: "撤下",
    COMMENT_LEFT: "居民留言", COMMENT_SHOWN: "公开留言", COMMENT_HIDDEN: "不公开留言", COMMENT_ANSWERED: "答复留言",
  },
  commentKind: { COMMENT: "留言", OBJECTION: "异议" },
  commentState: { PENDING: "待审核", SHOWN: "已公开", HIDDEN: "不公开" },
  personalDataKind: { NAME: "姓名", PHONE: "手机号", ID_CARD: "身份证号", ROOM: "房号" },
};

export const publicationEn: PublicationNames = {
  publicationKind: { NOTICE: "Notice", PROJECT: "Project", COSTS: "Costs", FINAL_COSTS: "Final accounts", STORY: "Story" },
  publicationState: { DRAFT: "Draft", PUBLISHED: "Published", TAKEN_DOWN: "Taken down" },
  publicationEvent: {
    PUBLICATION_DRAFTED: "Drafted", PUBLICATION_AMENDED: "Draft changed", PUBLICATION_PUBLISHED: "Published", PUBLICATION_TAKEN_DOWN: "Taken down",
    COMMENT_LEFT: "A resident commented", COMMENT_SHOWN: "Comment shown", COMMENT_HIDDEN: "Comment hidden", COMMENT_ANSWERED: "Comment answered",
  },
  commentKind: { COMMENT: "Comment", OBJECTION: "Objection" },
  commentState: { PENDING: "Waiting", SHOWN: "Shown", HIDDEN: "Hidden" },
  personalDataKind: { NAME: "Names", PHONE: "Phone numbers", ID_CARD: "Identity card numbers", ROOM: "Rooms" },
};
