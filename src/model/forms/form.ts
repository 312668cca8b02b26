/**
 * The vocabulary in which an edition of the statutory form is written down.
 *
 * A form is data: tables hold blocks, blocks hold rows and columns, and a figure is the crossing of a row and a column.
 * Everything that must know a label, a unit or a sum derives it from here (codebook, alignment, audit, exports).
 */

/** Editions of the form, named by the first year they were in force (国办公开办函〔2019〕60号, 〔2021〕30号). */
export type Edition = '2019' | '2021';

/** The three statutory tables: 二 主动公开, 三 收到和处理申请, 四 行政复议和诉讼. */
export type TableRole = 'proactive' | 'requests' | 'disputes';

export const TABLE_ROLES: readonly TableRole[] = ['proactive', 'requests', 'disputes'];

/** 件 pieces or cases, 项 catalogue items, 万元 ten thousand yuan; `unknown` where the form prints no unit. */
export type Unit = '件' | '项' | '万元' | 'unknown';

/** What kind of number may stand in a column. `count` is whole and ≥ 0, `change` whole and signed, `amount` decimal and ≥ 0. */
export type ValueKind = 'count' | 'change' | 'amount';

export interface FormColumn {
  readonly key: string;
  /** The label as the form prints it. */
  readonly label: string;
  readonly en: string;
  /** Other wordings met in published reports. */
  readonly variants?: readonly string[];
  /** The header cell printed above this one (法人或其他组织). */
  readonly under?: string;
  readonly unit: Unit;
  readonly kind: ValueKind;
}

export interface FormRow {
  readonly key: string;
  readonly label: string;
  readonly en: string;
  /** The enumerator printed before the label: 一, （一）, 1. */
  readonly number?: string;
  readonly variants?: readonly string[];
  /** Keys of the row groups that enclose the row, outermost first. */
  readonly groups?: readonly string[];
  /** Where the row stands in the arithmetic of its table. */
  readonly part?: 'result' | 'result-total' | 'inflow' | 'outflow';
}

/** A row label that encloses others and holds no figures (三、本年度办理结果). */
export interface FormGroup {
  readonly key: string;
  readonly number: string;
  readonly label: string;
  readonly en: string;
  readonly variants?: readonly string[];
}

/** Rows under one header. Table 2 is several blocks one under the other, the others are one block each. */
export interface FormBlock {
  /** The full-width line printed above the block (第二十条第（一）项). */
  readonly title?: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormTable {
  readonly role: TableRole;
  readonly edition: Edition;
  readonly title: string;
  readonly groups: readonly FormGroup[];
  readonly blocks: readonly FormBlock[];
  /** `across`: the rows are printed side by side in one line of cells (table 4). */
  readonly layout: 'rows' | 'across';
}

export interface Form {
  readonly edition: Edition;
  /** The notice that put it in force. */
  readonly notice: string;
  /** Reports for these years follow it; `to` is null for the edition in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  readonly tables: Readonly<Record<TableRole, FormTable>>;
}
