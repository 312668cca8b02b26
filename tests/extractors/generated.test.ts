import { holdAnyDocuments, holdDocuments } from '../sweep/hold-documents.ts';
import { range } from '../sweep/seeds.ts';

/** A share of what `npm run sweep -- documents` reads; samples/ holds one document of each mess besides. */

holdDocuments(range(0, 200));
holdAnyDocuments(50);
