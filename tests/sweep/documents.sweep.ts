import { holdAnyDocuments, holdDocuments } from './hold-documents.ts';
import { holdSpanless } from './hold-spanless.ts';
import { areAsked, range, seedsOr } from './seeds.ts';

holdDocuments(seedsOr(range(0, 2_000)));
if (!areAsked) {
  holdAnyDocuments(200);
  holdSpanless({ html: range(0, 52), pdf: range(1, 7) });
}
