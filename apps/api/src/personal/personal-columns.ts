import { auditRetention } from "../audit/retire-audit.ts";

/** What personal data are for (PIPL art. 6: a clear purpose, and no more than it needs). */
export const purposes = {
  MATTER: { zh: "办理居民反映的事项，回访并答复本人", en: "To handle what residents report, to call back and answer them" },
  WORK: { zh: "明确谁在哪里承担什么工作", en: "To know who works where, as what" },
  ACCOUNT: { zh: "登录与账号安全", en: "To sign in, and to keep accounts safe" },
  TRACE: { zh: "追溯谁做了什么，满足审计和网络安全要求", en: "To trace who did what, as audit and network security law want" },
  SAFETY: { zh: "防止重复提交和恶意访问", en: "Against doing things twice, and against abuse" },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
export type Purpose = keyof typeof purposes;

/** What ends a personal column's content. */
export const endings = {
  ERASURE: "personal/erase-data.ts, when the person asks for it; some of it sooner by personal/retention.ts",
  PSEUDONYM: "an id: it stays, and points to nobody who could be named once the person is erased",
  WORK_RECORD: "a record of official work or what officials wrote; it stays with the matter",
  RETENTION: "personal/retention.ts, daily",
  SWEEP: "access/sweep.ts, hourly, and with the account",
  ACCOUNT: "ends with the account",
  STREAM: "live/presence-watch.ts, with the live connection or 25 seconds after it was lost",
} as const;
export type Ending = keyof typeof endings;

/** What is kept about people in one column. */
export interface PersonalColumn {
  readonly what: string;
  readonly purpose: Purpose;
  /** How long, in days from when it is no longer needed; null: as long as the matter it belongs to is on record. */
  readonly days: number | null;
  readonly endedBy: Ending;
  /** Sensitive in the sense of PIPL art. 28: wants a separate consent, and a stricter role to see it. */
  readonly sensitive?: true;
}

export interface RegisteredTable {
  readonly personal: Readonly<Record<string, PersonalColumn>>;
  /** Columns that say nothing about a person. */
  readonly other: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");
const column = (purpose: Purpose, endedBy: Ending, days: number | null) => (what: string): PersonalColumn => ({ what, purpose, days, endedBy });
const matter = column("MATTER", "ERASURE", null);
const official = column("MATTER", "WORK_RECORD", null);
const who = column("MATTER", "PSEUDONYM", null);
const worker = column("WORK", "PSEUDONYM", null);
const account = column("ACCOUNT", "ACCOUNT", 0);
const swept = column("ACCOUNT", "SWEEP", 1);
const looking = column("WORK", "STREAM", 0);
const traced = column("TRACE", "RETENTION", auditRetention.default);
const table = (personal: RegisteredTable["personal"], other: string): RegisteredTable => ({ personal, other: words(other) });
const nothing = (other: string): RegisteredTable => table({}, other);

/**
 * The register of personal data: every column of every table of the schemas public and auth, what it keeps about people, for
 * what, for how long, and what ends it. A column without a line here, or a line without a column, fails the build. The
 * program itself does not read it.
 */
export const personalColumns: Readonly<Record<string, RegisteredTable>> = {
  "public.person": table(
    {
      id: who("pseudonym of the person"),
      display_name: matter("full name"),
      surname_mask: matter("surname"),
      phone_enc: { ...matter("phone, sealed"), days: 730 },
      household_id: matter("home"),
      area_no: matter("grid or community"),
      under_14: { ...matter("whether the person is a child under 14"), sensitive: true },
      consent_at: matter("when a separate consent was given"),
      consent_by: worker("who took the consent down"),
    },
    "erased_at",
  ),
  "public.household": nothing("id building_id unit_id floor room area_cm2 kind"),
  "public.opinion": table(
    {
      words: matter("own words"),
      reporter_id: who("who said it"),
      recorded_by: worker("who wrote it down"),
      proxy_id: worker("who took it down on somebody's behalf"),
      slip_code: matter("by which who said it asks and answers without an account"),
      voiced_at: matter("when it was said"),
      channel: matter("how it was said"),
      external_id: matter("the number another system knows it by"),
    },
    "id case_id present_case_id area_no community_no district_no recorded_at answer answered_at answer_due_at point_id contact_day_id external_source",
  ),
  "public.cases": table(
    {
      title: matter("one line, often the beginning of own words"),
      search: matter("the title and its pinyin"),
      building_id: matter("where it is, often near the home"),
      unit_id: matter("where it is, often near the home"),
      lead_id: worker("who leads it"),
      lead_ids: worker("who ever led it"),
      recorded_by: worker("who wrote it down"),
      state: who("ids of reporters, parties, assistants; answers to call-backs"),
    },
    `id no version kind category compound_id grid_code area_no community_no district_no severity tags status level max_level board_column supporters reopen_count
     project_id due board_at system_at callback_at collected_at resolved_at closed_at updated_at whistle_departments helper_ids`,
  ),
  "public.case_measure": nothing(
    "case_id round known_from known_to area_no community_no kind category compound_id building_id max_level collected_at accepted_at contacted levels status level due_at human_at limit_days resolved_at told_at respondents answered said_resolved satisfied basic reopened closed_at on_time face_to_face with_expert settled",
  ),
  "public.bench_fact": nothing("item_id kind no case_id area_no at recorded_at place_level by_resident"),
  "public.opinion_fact": nothing("opinion_id case_id area_no community_no recorded_at late"),
  "public.case_segment": nothing("case_id no level started_at days ended_at ended_by due_at"),
  "public.case_number": nothing("community_code year last"),
  "public.event": table(
    { payload: official("ids, facts and what officials wrote; never names, phones or own words"), actor_id: worker("who did it") },
    "id stream_kind stream_id seq type due has_due at recorded_at area_no xid position",
  ),
  "public.event_words": table({ words: matter("own words, and notes on talking with somebody"), title: matter("a title given"), title_before: matter("the title until then") }, "event_id"),
  "public.attachment": table(
    {
      name: matter("a file's name"),
      sha256: matter("fingerprint of a file"),
      store_key: matter("where a photo, recording or paper lies"),
      thumbnail_key: matter("where its small picture lies"),
      taken_at: matter("when a photo was taken"),
      added_by: worker("who added it"),
    },
    "id case_id area_no kind stage media_type bytes width height added_as added_at removed_at",
  ),
  "public.bench_meeting": table(
    { convener_id: worker("who convened it"), recorder_id: worker("who wrote it down"), meeting: who("ids of those who came and for which households, of those invited; when") },
    "id version area_code area_no council_id status meets_at case_ids updated_at",
  ),
  "public.agenda_item": table({ item: who("ids of households concerned, who spoke, took a position, was recused") }, "id version meeting_id case_id area_no outcome added_at"),
  "public.action_item": table({ owner_id: who("who took it on"), owner_is_resident: worker("whether residents do it themselves") }, "id item_id due_on done_at"),
  "public.bench_words": table({ words: matter("what was said at a meeting, causes, options, minutes"), person_id: who("who said it") }, "id meeting_id item_id part"),
  "public.stored_file": nothing("store_key made_at"),
  "public.role_assignment": table(
    { person_id: worker("who holds the role"), role: worker("which role"), area_code: worker("where"), from_date: worker("from when"), to_date: worker("until when"), stands_in_for: worker("for whom, during a leave") },
    "id area_no building_id department_id",
  ),
  "public.committee": nothing("id community_code area_no version term_from term_to"),
  "public.committee_member": table({ person_id: worker("who is a member"), post: worker("as what") }, "committee_id"),
  "public.publication": nothing("id version kind subject_id area_code area_no state title body facts waiting published_at until updated_at publication"),
  "public.publication_comment": table(
    { words: matter("what a resident wrote beneath a publication, without a name"), shown_words: matter("the same, personal data masked"), answer: official("what the community answered") },
    "id publication_id shown",
  ),
  "public.collection_point": table(
    { keeper_id: worker("who keeps it"), name: official("what the place is called"), place_words: official("where it is, in words"), office: official("the office that answers for it"),
      office_phone: official("telephone of that office"), hours_words: official("when it is open, in words") },
    "id version code area_code area_no kind compound_id building_id hours active_from closed_on",
  ),
  "public.point_opinions": nothing("point_id day opinions"),
  "public.contact_day": table(
    { duty_officer_id: worker("who is on duty"), place_words: official("where it is, in words") },
    "id version area_code area_no date moved_from starts_at ends_at compound_id building_id reached state held_at opinions",
  ),
  "public.council": table(
    { convener_id: worker("who convenes it"), name: official("what the council calls itself") },
    "id area_code area_no version from_date to_date",
  ),
  "public.council_member": table(
    { person_id: worker("who is a member"), category: worker("as what"), from_date: worker("from when"), to_date: worker("until when") },
    "council_id",
  ),
  "public.expert": table(
    { person_id: worker("who can be called"), org: worker("where he works"), skills: worker("what he can be called for"), available: worker("whether he can come"), confirmed_at: worker("when he last said so"), withdrawn_at: worker("when he left the pool") },
    "id version area_code area_no area_end",
  ),
  "public.expert_tie": table({ person_id: matter("to whom an expert is tied"), kind: matter("by kinship or interest") }, "expert_id"),
  "public.expert_call": table(
    { called_by: worker("who called"), asked_id: worker("who is asked now"), ask: matter("what the expert is asked to come for") },
    "id case_id area_no grid_code category skills called_at reply_due_at ended_at outcome",
  ),
  "public.expert_answer": table({ person_id: worker("who was asked"), asked_at: worker("when"), answered_at: worker("when he answered"), answer: worker("what he said") }, "call_id"),
  "public.case_fact": table({ question: matter("a question of fact"), answer: matter("the answer"), evidence: matter("by what it can be seen") }, "id case_id"),
  "public.secretary_project": table(
    { secretary_id: worker("whose project it is"), project: official("ids of officials, and what they wrote") },
    "id no version year years community_code area_no title state progress due_on inspection_from exemplary struck_off_at updated_at",
  ),
  "public.project_text": table({ words: matter("objections of residents and their answers, findings of inspections, what committee and street wrote") }, "project_id kind item_id"),
  "public.mediation": table(
    { mediation: who("ids of parties and mediators, dates; no words") },
    "id no version case_id area_no state next_on confirm_until opened_at updated_at",
  ),
  "public.mediation_text": table({ words: matter("what parties said and agreed, and what mediators wrote about it"), party_key: who("whose words they are") }, "mediation_id kind item_id"),
  "public.mediation_number": nothing("community_code year last"),
  "public.cost_plan": table({ plan: who("ids of households and officials, sums and dates; no words of residents") }, "id no version case_id area_no state to_share_fen publicity_until opened_at updated_at"),
  "public.cost_text": table({ words: matter("what was said at the doors and against a plan, and what officials wrote about it") }, "plan_id kind item_id"),
  "public.cost_share": table({ household_id: official("which household bears a share"), bearer_id: official("which household bears it in its place") }, "plan_id fen direct_fen"),
  "public.cost_receipt": table(
    { household_id: official("for which household"), payer_id: official("which household paid"), collector_id: worker("who took the money") },
    "id plan_id community_code no fen method at voided_at",
  ),
  "public.cost_payout": table({ contractor_id: official("which contractor was paid"), paid_by: worker("who paid it") }, "id plan_id fen at"),
  "public.cost_refund": table({ household_id: official("which household gets it back") }, "id plan_id fen paid_at method"),
  "public.cost_number": nothing("community_code year last"),
  "public.contractor": table(
    { name: official("a contractor; a sole trader's name is a person's"), pinyin: official("the same, to search by"), initials: official("the same, to search by"), phone: official("where a contractor is called") },
    "id version area_code area_no licence active",
  ),
  "public.contractor_rating": table(
    { contractor_id: official("whose work it was"), words: official("what officials wrote about the work"), rated_by: worker("who rated it") },
    "cost_plan_id stars at",
  ),
  "public.project_number": nothing("community_code year last"),
  "public.notice": table(
    {
      person_id: { ...worker("who is told"), endedBy: "RETENTION", days: 365 },
      key: { ...worker("what of, by ids"), endedBy: "RETENTION", days: 365 },
      by_id: { ...worker("who did it"), endedBy: "RETENTION", days: 365 },
      read_at: { ...worker("when it was read"), endedBy: "RETENTION", days: 365 },
    },
    "id kind subject_kind subject_id case_id area_no urgent moment at",
  ),
  "public.notice_preference": table(
    { person_id: worker("whose wishes they are"), quiet_from: worker("when somebody is not to be disturbed"), quiet_to: worker("until when"), outside: worker("what somebody wants to hear outside") },
    "",
  ),
  "public.messenger": table({ set_by: worker("who set it") }, "community_code id area_no url secret_enc earlier_enc earlier_until set_at"),
  "public.api_key": table(
    { created_by: worker("who made the key") },
    "id version name area_code area_no access personal_data cost_per_minute secret_hash hint earlier_hash earlier_until expires_at revoked_at last_used_at read_up_to read_at created_at",
  ),
  "public.feed_head": nothing("one position"),
  "public.board_touch": nothing("area_no xid touches at"),
  "public.delivery": nothing("id channel endpoint subject_id area_no created_at next_at leased_until attempts ended_at delivered http_status failure purpose position type lease"),
  "public.delivery_attempt": nothing("id delivery_id at milliseconds status failure headers response"),
  "public.webhook_endpoint": nothing("id version key_id area_code area_no name url secret_enc earlier_enc earlier_until areas subjects types source position created_at paused_at paused_why failing_since"),
  "public.webhook_replay": nothing("id endpoint_id asked_under area_no from_position to_position position created_at"),
  "public.due_told": nothing("case_id moment stage"),
  "public.presence": table({ person_id: looking("who is looking"), seen_at: looking("when last"), stream_id: looking("on which connection") }, "case_id"),
  "public.place_import": table({ imported_by: worker("who brought the table in") }, "id community_code area_no kind sha256 created changed unchanged at"),
  "public.restored_dump": nothing("sha256 area_code area_no moment rows at"),
  "public.saved_view": table({ owner_id: worker("whose view it is"), name: official("what its owner calls it"), search: official("what its owner looks for") }, "id area_code area_no shared"),
  "public.idempotency": table(
    { person_id: { ...worker("who asked"), purpose: "SAFETY", endedBy: "RETENTION", days: 7 }, request_hash: { ...worker("fingerprint of what was asked"), purpose: "SAFETY", endedBy: "RETENTION", days: 7 } },
    "key response at",
  ),
  "public.daily_count": table({ who: { ...worker("person id or address of whoever records cases"), purpose: "SAFETY", endedBy: "RETENTION", days: 1 } }, "day recorded"),
  "public.rate_limit": table({ key: { ...worker("person id or address"), purpose: "SAFETY", endedBy: "RETENTION", days: 1 } }, "points expire"),
  "public.audit": table(
    {
      person_id: traced("who acted"),
      session_id: traced("in which session"),
      address: traced("from which address"),
      subject_id: traced("id of what it was done to"),
      reason: traced("the reason given, names and numbers masked"),
    },
    "id at request_id action outcome code subject_kind area_no before_hash after_hash xid key_no mac",
  ),
  "public.audit_anchor": nothing("position hash key_no seal before"),
  "public.audit_check": nothing("singleton position hash at whole_at broken"),
  "public.audit_link": nothing("position audit_id hash key_no"),
  "public.audit_waiting": nothing("audit_id xid"),
  "public.area": table({ head_id: worker("who heads the grid") }, "code no kind parent_code name alias pinyin initials grid_kind source as_of"),
  "public.compound": nothing("id community_code main_grid_code area_no name pinyin initials build_year is_old renovation_batch has_property property_company"),
  "public.building": nothing("id compound_id grid_code area_no address pinyin initials floors"),
  "public.unit": nothing("id building_id no"),
  "public.department": nothing("id name area_no"),
  "public.calendar_year": nothing("year version source published_on days_off work_days current published_at"),
  "public.calendar_recount": nothing("year version published_at done left after ended_at"),
  "public.community_setting": nothing("community_code area_no wip_limits rules daily_limits version categories templates"),
  "public.demo_mark": nothing("made_at seed"),
  "public.mikro_orm_migrations": nothing("id name executed_at"),

  "auth.user": table(
    {
      name: account("name"),
      email: account("a placeholder, or what the district's sign-on says"),
      image: account("never filled"),
      username: account("user name"),
      personId: account("whose account it is"),
      lastSignInAt: account("last sign-in"),
    },
    "id emailVerified createdAt updatedAt twoFactorEnabled disabledAt passwordChangedAt lastCodeStep",
  ),
  "auth.account": table(
    { accountId: account("id at the district's sign-on"), password: account("hash"), accessToken: account("of the sign-on"), refreshToken: account("of the sign-on"), idToken: account("what the sign-on says") },
    "id providerId userId accessTokenExpiresAt refreshTokenExpiresAt scope createdAt updatedAt",
  ),
  "auth.session": table({ ipAddress: swept("address"), userAgent: swept("browser"), userId: swept("whose") }, "id expiresAt token createdAt updatedAt strength"),
  "auth.twoFactor": table({ secret: account("second factor, sealed"), backupCodes: account("second factor, sealed"), userId: account("whose") }, "id verified failedVerificationCount lockedUntil"),
  "auth.password_history": table({ hash: account("hash of an earlier password"), user_id: account("whose") }, "set_at"),
  "auth.access_link": table({ user_id: { ...swept("for whom"), days: 30 }, made_by: { ...swept("by which administrator"), days: 30 } }, "token_hash kind made_at expires_at"),
  "auth.sign_in_attempt": table({ account_key: { ...swept("keyed hash of a user name"), days: 90 }, attempts: { ...swept("keyed hashes of addresses, and moments"), days: 90 } }, "touched_at"),
  "auth.rateLimit": table({ key: swept("address") }, "id count lastRequest"),
  "auth.verification": table({ identifier: swept("keyed name of something that is under way"), value: swept("what it is about") }, "id expiresAt createdAt updatedAt"),
};
