import type { Generated, Kysely, Selectable } from 'kysely';
import type { TableRole } from '../src/model/forms/form.ts';
import type { FigureStatus, SectionRole, Severity } from '../src/model/report.ts';
import type { BodyKind } from '../src/model/text/body-kind.ts';

/** The corpus as Kysely sees it: one interface a table, in the words of the migrations. Dates and times are ISO 8601 text. */

/** JSON text. */
type Json = string;
type Kind = BodyKind['kind'];
type Level = BodyKind['level'];

interface AgencyTable {
  id: Generated<number>;
  name: string;
  /** GB/T 2260 style, of its place or of the smallest area that is known to hold it; null where neither is known. */
  region_code: string | null;
  level: Level;
  kind: Kind;
  parent_id: number | null;
  /** The name behind its places in the spelling in which bodies are compared; null where an older program left the row. */
  rest: string | null;
  /** The smallest region that holds it by name, and the one above as far as it was said. */
  place: string | null;
  above: string | null;
  /** The code of that very place. */
  place_code: string | null;
  /** Host or folder where it was first found. */
  origin: string | null;
  /** What its flags are known by; never changes. */
  identity: Json;
}

export interface PortalTable {
  id: Generated<number>;
  slug: string;
  name: string;
  home: string;
  region_code: string | null;
  family: string | null;
  level: Level;
  /** How many bodies are expected to report each year. */
  agencies: number | null;
}

interface CrawlRunTable {
  id: Generated<number>;
  started_at: string;
  finished_at: string | null;
  program: string;
  outcome: string | null;
  counts: Generated<Json>;
  /** As printed; null for a run that never told one. */
  summary: Json | null;
  /** `ExploringBudget`; null for a run of an older program. */
  exploring: Json | null;
}

/** Where the bytes lie once an archive keeps them. */
interface ArchivePosition {
  archive_file: string | null;
  archive_offset: number | null;
  archive_length: number | null;
}

export type DocumentOutcome = 'report' | 'not_report' | 'unreadable';

interface DocumentTable extends ArchivePosition {
  id: Generated<number>;
  sha256: string;
  media_type: string | null;
  bytes: number | null;
  charset: string | null;
  first_seen_at: string;
  outcome: DocumentOutcome;
  error_code: string | null;
  error_message: string | null;
  error_message_zh: string | null;
  /** The version of the program whose reading this is. */
  program: string;
  read_at: string;
  /** The document whose version says the same; this one then has none. */
  same_as_id: number | null;
  /** What the page says of its site: SiteIDCode, SiteName. */
  site_code: string | null;
  site_name: string | null;
}

interface SightingTable {
  id: Generated<number>;
  /** A path or an address. */
  place: string;
  document_id: number;
  seen_at: string;
}

interface FetchTable extends ArchivePosition {
  id: Generated<number>;
  crawl_run_id: number | null;
  portal_id: number | null;
  url: string;
  fetched_at: string;
  status: number | null;
  etag: string | null;
  last_modified: string | null;
  sha256: string | null;
  document_id: number | null;
  error_code: string | null;
  error_message: string | null;
  error_message_zh: string | null;
  /** Null for robots.txt, which is no place of the queue. */
  visit_id: number | null;
  method: string | null;
  /** As received. */
  bytes: number | null;
  /** Milliseconds. */
  took: number | null;
  /** 1: its record holds the body; 0: an earlier one of the same digest does, or there is none. */
  archive_whole: Generated<number>;
  /** 1: it holds a document that the corpus has not read yet. */
  to_read: Generated<number>;
  /** 2 and more: a further page of the article whose row stands before it. */
  part: number | null;
  read_at: string | null;
}

/** A host by its origin, and its manners; times are milliseconds since 1970. */
interface HostTable {
  id: Generated<number>;
  origin: string;
  address: string | null;
  robots: string | null;
  robots_status: number | null;
  robots_at: number | null;
  delay: Generated<number>;
  strikes: Generated<number>;
  not_before: Generated<number>;
  waits_for: string | null;
  /** Digests of the links of its first explored page. */
  furniture: Json | null;
  waits_for_zh: string | null;
}

export type VisitState = 'waiting' | 'vanished' | 'failed' | 'blocked' | 'excluded';

/** A place of the queue; `due_at` and `lease_until` are milliseconds since 1970. */
interface VisitTable {
  id: Generated<number>;
  /** What makes two requests the same place; the crawler's own. */
  key: string;
  host_id: number;
  portal_id: number | null;
  kind: 'column' | 'list' | 'report' | 'attachment';
  /** 1: an entry page that a portal's declaration names. */
  declared: Generated<number>;
  url: string;
  method: Generated<string>;
  body: string | null;
  body_type: string | null;
  title: string | null;
  date: string | null;
  referer: string | null;
  /** Null for a column itself. */
  column_id: number | null;
  parent_id: number | null;
  scope: Json | null;
  family: string | null;
  rendered: Generated<number>;
  page: Generated<number>;
  /** Redirects followed to come here. */
  hops: Generated<number>;
  state: Generated<VisitState>;
  /** The smaller, the sooner, before `due_at`. */
  priority: number;
  /** Null: never by itself. */
  due_at: number | null;
  lease_until: Generated<number>;
  /** Visits in a row that brought no good answer. */
  attempts: Generated<number>;
  etag: string | null;
  last_modified: string | null;
  sha256: string | null;
  last_status: number | null;
  error_code: string | null;
  error_message: string | null;
  error_message_zh: string | null;
  found_at: string;
  visited_at: string | null;
  changed_at: string | null;
  vanished_at: string | null;
  /** Null: known to be worth its visits; else how soon it is explored. */
  score: number | null;
  /** What the words of the link that led here first promised. */
  words: string | null;
  /** The body and year that those words and the page around them named. */
  agency: string | null;
  year: number | null;
  /** What the page turned out to be; null before it was fetched. */
  verdict: string | null;
  /** The page that led here first. */
  via: number | null;
  /** 1: reports were found on it or behind it. */
  fruitful: Generated<number>;
}

/** How far a portal was explored on one of its hosts in the present night. */
interface ExplorationTable {
  portal_id: number;
  host_id: number;
  /** Pages that held nothing by themselves, and led to no report so far. */
  pages: Generated<number>;
  /** Pages of unknown role that were drawn by a browser. */
  renderings: Generated<number>;
  /** Reports that its pages led to. */
  reports: Generated<number>;
}

/** From a column, or from a report to its attachments. */
interface LinkTable {
  from_id: number;
  to_id: number;
  first_seen: string;
  last_seen: string;
}

/** What a person should know about a place, once a code. */
interface RemarkTable {
  visit_id: number;
  code: string;
  message: string;
  /** Null in rows of an older program. */
  message_zh: string | null;
  seen_at: string;
}

interface CrawlLockTable {
  id: number;
  token: string;
  machine: string;
  pid: number;
  taken_at: string;
  beat_at: number;
}

interface ReportTable {
  id: Generated<number>;
  agency_id: number | null;
  year: number | null;
  current_version_id: number | null;
}

interface ReportVersionTable {
  id: Generated<number>;
  report_id: number;
  document_id: number;
  title: string | null;
  edition: string | null;
  edition_proactive: string | null;
  edition_requests: string | null;
  edition_disputes: string | null;
  published_on: string | null;
  period_start: string | null;
  period_end: string | null;
  repair: Json | null;
  /** JSON list of the paths that the figures' locators point into. */
  paths: Json | null;
  /** See `readingContent`; null where an older program stored the version. */
  figures_digest: string | null;
  values_digest: string | null;
  content_digest: string | null;
  figures_reported: number | null;
}

interface SectionTable {
  id: Generated<number>;
  version_id: number;
  ordinal: number;
  number: string | null;
  heading: string;
  role: SectionRole;
  text: string;
}

interface VariableTable {
  id: Generated<number>;
  key: string;
  edition: string;
  table_key: TableRole;
  row_key: string;
  column_key: string;
  label_zh: string;
  label_en: string;
  unit: string;
  kind: string;
}

interface FigureTable {
  version_id: number;
  variable_id: number;
  value: number | null;
  raw: string;
  status: FigureStatus;
  /** As in the report, but for `path`, which is an index into the version's `paths`. */
  locator: Json | null;
  /** The printed unit, where it is not simply the form's own. */
  unit: string | null;
  note: string | null;
}

interface Finding {
  id: Generated<number>;
  rule: string;
  severity: Severity;
  /** JSON list of figure keys. */
  cells: Json;
  message_zh: string;
  message_en: string;
}

interface DoubtTable extends Finding {
  document_id: number;
  /** Null for a document that is no report. */
  version_id: number | null;
  alternatives: Json | null;
}

interface FlagTable extends Finding {
  version_id: number;
  observed: number | string | null;
  expected: number | string | null;
  fingerprint: string;
  /** What the rule looked at: the report alone, or others beside it. */
  scope: Generated<'report' | 'corpus'>;
}

/** What the flags of scope `corpus` of a version were found on. */
interface CrossAuditTable {
  version_id: number;
  /** Digest of all that was compared. */
  state: string;
  program: string;
  audited_at: string;
}

/** A version's narrative and table 3, ready to be looked up; `read_at` is that of the reading it was made of. */
interface SketchTable {
  version_id: number;
  read_at: string;
  generation: number;
  table_digest: string | null;
}

interface SketchBandTable {
  /** 32 bits, signed. */
  band: number;
  version_id: number;
}

/** Of two narratives, the share of the shorter that stands in the longer. */
interface LikenessTable {
  version_id: number;
  other_id: number;
  share: number;
}

interface BoilerplateTable {
  id: number;
  generation: number;
  /** How many bodies there were. */
  bodies: number;
  /** JSON list of digests of runs of characters. */
  digests: Json;
}

export type ReviewDecision = 'confirmed' | 'dismissed' | 'open';

/** How a flag stands: a person's decision on it, else whether its rule is switched off for its body, else open. */
export type ReviewState = ReviewDecision | 'switched_off';

interface RuleSwitchTable {
  id: Generated<number>;
  rule: string;
  agency_id: number;
  is_off: number;
  note: string;
  reviewer: string | null;
  decided_at: string;
}

interface ReviewTable {
  id: Generated<number>;
  fingerprint: string;
  decision: ReviewDecision;
  note: string | null;
  reviewer: string | null;
  decided_at: string;
  rule: string;
  agency: string | null;
  year: number | null;
  cells: Json;
  observed: number | string | null;
  expected: number | string | null;
}

/** What the views say of the agency and the report beside their own columns. */
interface ReportColumns {
  report_id: number;
  version_id: number;
  agency_id: number | null;
  agency: string | null;
  region_code: string | null;
  level: Level;
  kind: Kind | null;
  year: number | null;
}

/** One column per variable comes on top; their names are `columnName(key)`. */
interface PanelView extends ReportColumns {
  edition: string | null;
  title: string | null;
  published_on: string | null;
  period_start: string | null;
  period_end: string | null;
  flags_error: number;
  flags_warning: number;
  flags_info: number;
  doubts_error: number;
  doubts_warning: number;
  doubts_info: number;
}

interface FiguresLongView extends ReportColumns {
  key: string;
  edition: string;
  table_key: TableRole;
  row_key: string;
  column_key: string;
  label_zh: string;
  label_en: string;
  value: number | null;
  unit: string;
  status: FigureStatus;
  raw: string;
  note: string | null;
  locator: Json | null;
}

export interface AnomaliesView extends ReportColumns {
  flag_id: number;
  rule: string;
  severity: Severity;
  cells: Json;
  labels_zh: string | null;
  labels_en: string | null;
  message_zh: string;
  message_en: string;
  observed: number | string | null;
  expected: number | string | null;
  /** |observed − expected| where both are numbers. */
  off_by: number | null;
  review: ReviewState;
  review_note: string | null;
  fingerprint: string;
  title: string | null;
  place: string | null;
}

export interface CorpusTables {
  agency: AgencyTable;
  portal: PortalTable;
  crawl_run: CrawlRunTable;
  document: DocumentTable;
  sighting: SightingTable;
  fetch: FetchTable;
  host: HostTable;
  visit: VisitTable;
  exploration: ExplorationTable;
  link: LinkTable;
  remark: RemarkTable;
  crawl_lock: CrawlLockTable;
  report: ReportTable;
  report_version: ReportVersionTable;
  section: SectionTable;
  variable: VariableTable;
  figure: FigureTable;
  doubt: DoubtTable;
  flag: FlagTable;
  cross_audit: CrossAuditTable;
  sketch: SketchTable;
  sketch_band: SketchBandTable;
  likeness: LikenessTable;
  boilerplate: BoilerplateTable;
  review: ReviewTable;
  rule_switch: RuleSwitchTable;
  panel: PanelView;
  figures_long: FiguresLongView;
  anomalies: AnomaliesView;
}

/** What the functions of this room take: a corpus, or a transaction on one. */
export type CorpusDb = Kysely<CorpusTables>;

export type AgencyRow = Selectable<AgencyTable>;
export type HostRow = Selectable<HostTable>;
export type VisitRow = Selectable<VisitTable>;
export type DocumentRow = Selectable<DocumentTable>;
export type ReportRow = Selectable<ReportTable>;
export type ReportVersionRow = Selectable<ReportVersionTable>;
export type SightingRow = Selectable<SightingTable>;
export type VariableRow = Selectable<VariableTable>;
