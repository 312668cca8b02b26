import { describe, expect, it } from 'vitest';
import { CROSS_RULES } from '../../src/audit/cross/rules/index.ts';
import { FORM_RULES } from '../../src/audit/rules/form-rules.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { PROSE_RULES } from '../../src/audit/rules/prose-rules.ts';
import { REPAIR_RULES } from '../../src/audit/rules/repair-rules.ts';
import { DOUBT_KINDS } from '../../src/model/doubts/index.ts';

/** The catalogue of candidate rules, group by group. Codes are stable: none is given a new meaning, none disappears. */
const CATALOGUE = `
T3-ROW-SUM T3-RESULT-SUM T3-BALANCE T3-TOTAL-BLANK T3-SUBTOTAL T3-BOUND
T3-ONE-CELL T3-REPAIR T3-REPAIR-TIED T3-TYPO T3-SWAP T3-SHIFT T3-TOTAL-ONLY T3-CARRY-IN-TWICE T3-SPLIT-CELL T3-CARRY-SHARE
T4-SUM T4-TOTAL-BLANK T4-SHIFT
T2-RULE-POWER T2-IN-FORCE-LOW T2-PUBLIC-LOW T2-ITEMS T2-PROCUREMENT-PAIR T2-ALL-ZERO
XY-CARRY XY-IN-FORCE XY-ITEMS XY-SAME-TABLE XY-POWER-OF-TEN XY-JUMP
H-SUM H-PARENT-LOW H-OWN-OFFICE-ONLY H-UNIT-COUNT H-SIBLING-OUTLIER
TXT-RECEIVED TXT-CARRIED TXT-HANDLED TXT-RESULT TXT-APPLICANT TXT-PERCENT TXT-SPLIT TXT-GROWTH TXT-NONE TXT-ALL-DONE
TXT-DISPUTES TXT-NO-LOSS TXT-NORMATIVE TXT-FEE TXT-SAME-FIGURE TXT-YEAR
ST-EDITION-YEAR ST-SECTION-MISSING ST-SECTION-ORDER ST-SECTION-EMPTY ST-COUNT-CLAIM ST-CONTENT ST-TABLE-MISSING
ST-TABLE-TWICE ST-TABLE-IMAGE ST-FORM-ALTERED ST-TITLE
PUB-LATE-DEPT PUB-LATE-GOV PUB-LATE-LOCAL PUB-EARLY PUB-DATE-CONFLICT PUB-MISSING PUB-GONE PUB-CHANGED PUB-TWO-VERSIONS
VAL-NOT-A-COUNT VAL-UNREADABLE VAL-BLANK-ZERO VAL-UNIT VAL-UNIT-SCALE VAL-OUTSIZE
DUP-OWN-YEAR DUP-OTHER-BODY DUP-FOREIGN-NAME DUP-FOREIGN-TRADE DUP-TEMPLATE DUP-TABLE
DOC-NOT-A-REPORT EX-LABEL EX-ROW EX-GRID EX-RUN-SPLIT EX-RUN-AMBIGUOUS EX-OCR EX-OCR-GAP EX-READERS EX-NOT-IN-SOURCE
EX-CHARSET EX-SHELL`
  .trim()
  .split(/\s+/);

const ruled = new Set(
  [...RULES, ...FORM_RULES, ...PROSE_RULES, ...REPAIR_RULES, ...CROSS_RULES].map(({ code }) => code),
);
const doubted = new Set(DOUBT_KINDS.map(({ code }) => code));

describe('the codes of the catalogue', () => {
  it('are 96', () => {
    expect(new Set(CATALOGUE).size).toBe(96);
  });

  it.each(CATALOGUE)('%s is a rule or a doubt of the reading', (code) => {
    expect([ruled, doubted].filter((codes) => codes.has(code))).toHaveLength(1);
  });

  it('are the codes of all rules', () => {
    expect([...ruled].filter((code) => !CATALOGUE.includes(code))).toEqual([]);
  });
});
