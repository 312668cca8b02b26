/** What a word of the narrative stands for. */
export type Sense =
  // objects
  | 'disclosure'
  | 'request' | 'application' | 'cases' | 'review' | 'suit' | 'direct_suit' | 'suit_after_review' | 'normative' | 'regulations' | 'fee'
  // rows of table 3
  | 'received' | 'new' | 'carried' | 'carried_in' | 'carried_out' | 'handled' | 'worked'
  | 'granted' | 'partial' | 'refused' | 'unable' | 'declined' | 'otherwise'
  | 'refused_state_secret' | 'refused_law' | 'refused_security' | 'refused_third_party' | 'refused_internal' | 'refused_process'
  | 'refused_enforcement' | 'refused_query' | 'unable_not_held' | 'unable_creation' | 'unable_unclear' | 'declined_petition'
  | 'declined_repeat' | 'declined_publication' | 'declined_excessive' | 'declined_reissue' | 'other_no_correction' | 'other_no_payment'
  // applicants
  | 'natural' | 'organisations' | 'business' | 'research' | 'welfare' | 'legal'
  // results of table 4
  | 'upheld' | 'corrected' | 'other_result' | 'pending' | 'closed' | 'lost'
  // documents
  | 'issued' | 'repealed' | 'in_force' | 'proactive'
  // what makes a number something else
  | 'respectively' | 'and_so_on' | 'growth' | 'share' | 'on_time' | 'untold'; // biome-ignore format: in groups

type Group = readonly Sense[];

export const REQUESTS: Group = ['request', 'application'];
export const FLOWS: Group = ['received', 'new', 'handled', 'worked', 'carried', 'carried_in', 'carried_out'];
/** （一） to （六） of table 3. */
export const RESULTS: Group = ['granted', 'partial', 'refused', 'unable', 'declined', 'otherwise'];
export const APPLICANTS: Group = ['natural', 'organisations', 'business', 'research', 'welfare', 'legal'];
export const PROCEDURES: Group = ['review', 'suit', 'direct_suit', 'suit_after_review'];
export const OUTCOMES: Group = ['upheld', 'corrected', 'other_result', 'pending'];
export const DOCUMENTS: Group = ['normative', 'regulations'];

export const some = (senses: ReadonlySet<Sense>, group: Group): boolean => group.some((sense) => senses.has(sense));
