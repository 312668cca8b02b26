import { changeCells, changeProse, writeMore } from '../draft.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';
import { toTraditional } from '../traditional.ts';

export const traditionalCharacters: Mess = {
  name: 'traditional-characters',
  readable: true,
  formats: EVERYWHERE,
  holds: ['script'],
  apply: (draft) => writeMore(draft, { document: [toTraditional] }),
};

/** Characters as they come out of PDF files: Kangxi radicals, radicals of the supplement, compatibility ideographs. */
const COMPATIBLE =
  '一⼀二⼆人⼈八⼋力⼒十⼗口⼝土⼟大⼤子⼦小⼩工⼯己⼰心⼼手⼿文⽂方⽅无⽆日⽇月⽉木⽊比⽐水⽔片⽚生⽣用⽤白⽩目⽬立⽴老⽼而⽽自⾃至⾄行⾏言⾔里⾥金⾦非⾮面⾯高⾼户⼾见⻅长⻓门⻔页⻚民⺠不\uf967年\uf98e料\uf9be理\uf9e4六\uf9d1度\ufa01';

const LIKE = new Map<string, string>();
for (let place = 0; place + 1 < COMPATIBLE.length; place += 2) {
  LIKE.set(COMPATIBLE.charAt(place), COMPATIBLE.charAt(place + 1));
}

export const compatibilityCharacters: Mess = {
  name: 'compatibility-characters',
  readable: true,
  formats: EVERYWHERE,
  holds: ['script'],
  apply: (draft, rng) => {
    const likely = rng.pick([0.3, 1]);
    const change = (text: string) =>
      Array.from(text, (character) => (rng.chance(likely) ? (LIKE.get(character) ?? character) : character)).join('');
    const cells = changeCells(draft, (one) => (one.kind === 'value' ? one : { ...one, text: change(one.text) }));
    return changeProse(cells, (prose) => ({ ...prose, text: change(prose.text) }));
  },
};
